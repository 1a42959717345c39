// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace reluscope::ui {

/// Numbers as the window writes them: decimal point, comma between thousands, true minus "−",
/// whatever the language; they are the same in exported files and in code.

/// `digits` significant figures, trailing zeros kept so that live figures do not jump: "0.145",
/// "−12.3", "48,000", "2.50e−5". An exact 0 is "0"; what is not finite is "∞", "−∞" or "NaN".
QString numberText(double value, int digits = 3);

/// A share from 0 to 1 with one decimal, "34.4 %"; exactly nothing and all are "0 %" and "100 %".
QString percentText(double share);

/// A count with its thousands marked: "48,000".
QString countText(qint64 count);

/// The shortest text that reads back as exactly this number: "0.1", "1e−5".
QString exactText(double value);

/// Reads what exactText() writes and what people type: "0.01", "1e-3", "−2". A number too large to
/// hold, such as "1e999", is infinite; one too small is 0.
std::optional<double> numberFromText(const QString& text);

} // namespace reluscope::ui
