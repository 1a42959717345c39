// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/sharpness.h"

#include "core/diagnosis/loss_hessian.h"
#include "core/network/initialization.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace reluscope {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// a += factor b
void add(Vector& a, double factor, const Vector& b) {
    std::ranges::transform(a, b, a.begin(), [=](double x, double y) { return x + factor * y; });
}

double normalize(Vector& a) {
    const double norm = std::sqrt(dot(a, a));
    std::ranges::for_each(a, [=](double& x) { x /= norm; });
    return norm;
}

/// One that no eigenvector is orthogonal to, but by a strange chance. Of an earlier direction only
/// a part is other, so that an eigenvector which has ceased to be the first is left again.
Vector firstVector(Network<double> network, std::span<const double> from) {
    constexpr std::uint64_t anySeed = 1;
    initialize(network, {.weights = WeightScheme::Normal, .parameter = 1, .bias = 1}, anySeed);
    Vector vector(network.parameters().begin(), network.parameters().end());
    normalize(vector);
    if (!from.empty()) {
        constexpr double part = 0.1;
        Vector mixed(from.begin(), from.end());
        add(mixed, part, vector);
        normalize(mixed);
        return mixed;
    }
    return vector;
}

/// Lanczos 1950: the Hessian in an orthonormal basis of the space that its powers make of one
/// vector, where it is tridiagonal.
class Lanczos {
  public:
    Lanczos(LossHessian& hessian, Vector first)
        : m_hessian(hessian)
        , m_next(std::move(first)) {}

    /// Takes one more dimension in.
    void grow() {
        m_basis.push_back(std::move(m_next));
        m_next.assign(m_basis.back().size(), 0.0);
        m_hessian.multiply(m_basis.back(), m_next);
        m_diagonal.push_back(dot(m_next, m_basis.back()));
        // Twice is enough (Parlett 1980, with Kahan): once leaves what rounding took.
        for (int pass = 0; pass < 2; ++pass) {
            for (const Vector& known : m_basis) {
                add(m_next, -dot(m_next, known), known);
            }
        }
        m_besideDiagonal.push_back(std::sqrt(dot(m_next, m_next)));
        findLargest();
        if (!isSpaceWhole()) {
            normalize(m_next);
        }
    }

    /// Whether the Hessian leads nowhere else.
    bool isSpaceWhole() const {
        constexpr double rounding = 1e-14;
        return m_besideDiagonal.back() <= rounding * m_scale;
    }
    std::size_t size() const noexcept { return m_basis.size(); }
    double largest() const noexcept { return m_largest; }
    /// The norm of what is left of (H - largest) direction.
    double error() const { return m_besideDiagonal.back() * std::abs(m_weights.back()); }

    Vector direction() const {
        Vector sum(m_basis.front().size());
        for (std::size_t i = 0; i < m_basis.size(); ++i) {
            add(sum, m_weights[i], m_basis[i]);
        }
        return sum;
    }

  private:
    void findLargest() {
        const auto size = static_cast<Eigen::Index>(m_basis.size());
        Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
        solver.computeFromTridiagonal(
            Eigen::Map<const Eigen::VectorXd>(m_diagonal.data(), size),
            Eigen::Map<const Eigen::VectorXd>(m_besideDiagonal.data(), size - 1));
        m_largest = solver.eigenvalues()[size - 1];
        m_scale = solver.eigenvalues().cwiseAbs().maxCoeff();
        const Eigen::VectorXd last = solver.eigenvectors().col(size - 1);
        m_weights.assign(last.begin(), last.end());
    }

    LossHessian& m_hessian;
    Vector m_next;
    std::vector<Vector> m_basis;
    Vector m_diagonal;
    Vector m_besideDiagonal; ///< the last one leads out of the basis
    double m_largest = 0;
    double m_scale = 0; ///< the largest eigenvalue by size
    Vector m_weights;   ///< of the basis in the eigenvector
};

} // namespace

std::optional<Sharpness> findSharpness(const Network<float>& network, Loss loss,
                                       const Examples& examples, const SharpnessOptions& options,
                                       const std::stop_token& stop) {
    LossHessian hessian(network, loss, examples.features, examples.targets(0, examples.count()));
    Lanczos lanczos(hessian, firstVector(hessian.network(), options.from));
    do {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        lanczos.grow();
    } while (!lanczos.isSpaceWhole() && lanczos.size() < options.mostProducts &&
             lanczos.error() > options.tolerance * std::abs(lanczos.largest()));
    return Sharpness{.value = lanczos.largest(),
                     .direction = lanczos.direction(),
                     .products = lanczos.size(),
                     .error = lanczos.error()};
}

} // namespace reluscope
