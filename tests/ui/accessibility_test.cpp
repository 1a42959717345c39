// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/plot/plot.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QEventLoop>

#include <optional>
#include <vector>

namespace reluscope::ui {

/// The window as a screen reader has it, over the accessibility bus.
///
/// Window and reader are one process here, so the reader never blocks: it waits for answers while
/// the window's event loop gives them.
class AccessibilityBus {
  public:
    struct Object {
        QString service;
        QString path;
    };

    AccessibilityBus() {
        const QString address = call(QDBusConnection::sessionBus(),
                                     QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"),
                                                                    QStringLiteral("/org/a11y/bus"),
                                                                    QStringLiteral("org.a11y.Bus"),
                                                                    QStringLiteral("GetAddress")))
                                    .value(0)
                                    .toString();
        m_bus = QDBusConnection::connectToBus(address, QStringLiteral("reader"));
    }

    bool isConnected() const { return m_bus && m_bus->isConnected(); }

    /// The first object below the desktop that is called \p name and, if there may be several, has
    /// a description.
    std::optional<Object> find(const QString& name, bool described = false) const {
        std::vector<Object> open{{QStringLiteral("org.a11y.atspi.Registry"),
                                  QStringLiteral("/org/a11y/atspi/accessible/root")}};
        while (!open.empty()) {
            const Object object = open.back();
            open.pop_back();
            if (property(object, QStringLiteral("Name")) == name &&
                (!described || !property(object, QStringLiteral("Description")).isEmpty())) {
                return object;
            }
            for (const Object& child : children(object)) {
                open.push_back(child);
            }
        }
        return std::nullopt;
    }

    QString property(const Object& object, const QString& name) const {
        QDBusMessage message = QDBusMessage::createMethodCall(
            object.service, object.path, QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"));
        message << accessible << name;
        return call(*m_bus, message).value(0).value<QDBusVariant>().variant().toString();
    }

  private:
    static QVariantList call(QDBusConnection bus, const QDBusMessage& message) {
        const QDBusPendingCallWatcher answer(bus.asyncCall(message));
        QEventLoop loop;
        QObject::connect(&answer, &QDBusPendingCallWatcher::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return answer.reply().arguments();
    }

    std::vector<Object> children(const Object& object) const {
        const QVariantList answer =
            call(*m_bus, QDBusMessage::createMethodCall(object.service, object.path, accessible,
                                                        QStringLiteral("GetChildren")));
        std::vector<Object> found;
        if (answer.isEmpty()) {
            return found;
        }
        const auto list = answer.front().value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            QString service;
            QDBusObjectPath path;
            list.beginStructure();
            list >> service >> path;
            list.endStructure();
            found.push_back({service, path.path()});
        }
        list.endArray();
        return found;
    }

    inline static const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");
    std::optional<QDBusConnection> m_bus;
};

class AccessibilityTest : public QObject {
    Q_OBJECT

  private slots:
    void plotsTellWhatTheyShow();
    void summaryFollowsTheCrossHair();
    void controlsHaveNames();
};

void AccessibilityTest::plotsTellWhatTheyShow() {
    WindowUnderTest test;
    const AccessibilityBus bus;
    QVERIFY(bus.isConnected());
    for (const Page page : {Page::Curves, Page::Training}) {
        test.window->setPage(page);
        QVERIFY(QTest::qWaitFor([&] { return test.isAtEpochZero(); }));
        for (const Plot* plot : test.window->findChildren<Plot*>()) {
            if (!plot->isVisible()) {
                continue;
            }
            QVERIFY2(!plot->accessibleName().isEmpty(), qPrintable(plot->objectName()));
            QTRY_VERIFY2(!plot->accessibleDescription().isEmpty(), qPrintable(plot->objectName()));
            const auto found = bus.find(plot->accessibleName(), true);
            QVERIFY2(found, qPrintable(plot->accessibleName()));
            QTRY_COMPARE(bus.property(*found, QStringLiteral("Description")),
                         plot->accessibleDescription());
        }
    }
}

void AccessibilityTest::summaryFollowsTheCrossHair() {
    WindowUnderTest test;
    test.window->setPage(Page::Curves);
    const AccessibilityBus bus;
    const auto plot = bus.find(QStringLiteral("Activation functions"));
    QVERIFY(plot);
    test.curves.setCrossHair(2.0);
    const auto description = [&] { return bus.property(*plot, QStringLiteral("Description")); };
    QTRY_VERIFY2(description().startsWith(QStringLiteral("x = 2. ReLU: f 2, f' 1.")),
                 qPrintable(description()));
}

void AccessibilityTest::controlsHaveNames() {
    WindowUnderTest test;
    test.window->setPage(Page::Curves);
    const AccessibilityBus bus;
    for (const char* name : {"Run", "Step", "Epoch", "Rewind", "New seed", "Find a function",
                             "negative slope", "tau", "x of the cross-hair", "Copy values"}) {
        QVERIFY2(bus.find(QLatin1String(name)), name);
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::AccessibilityTest)
#include "accessibility_test.moc"
