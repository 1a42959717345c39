// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <vector>

namespace reluscope::ui {

/// Finds the texts of classes in reluscope::ui under their bare names: Qt 6.4's lupdate does not
/// see namespaces that are opened as one, and writes down no more than that.
class BareNameTranslator : public QTranslator {
    Q_OBJECT

  public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char* disambiguation,
                      int count) const override;
};

/// The language of the window, changed while it runs.
class LanguageController : public QObject {
    Q_OBJECT

  public:
    struct Language {
        QString code; ///< "en", "zh_CN"
        QString name; ///< in itself
    };

    explicit LanguageController(QObject* parent = nullptr);

    static const std::vector<Language>& languages();
    /// The language of the desktop, if the window speaks it, else English.
    static QString systemLanguage();

    const QString& code() const { return m_code; }
    /// Unknown codes are English.
    void setCode(const QString& code);

  signals:
    void changed();

  private:
    QString m_code;
    BareNameTranslator m_own;
    QTranslator m_qt;
};

} // namespace reluscope::ui
