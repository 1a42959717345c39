// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language_controller.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>
#include <string_view>

namespace reluscope::ui {

QString BareNameTranslator::translate(const char* context, const char* text,
                                      const char* disambiguation, int count) const {
    constexpr std::string_view qualification = "reluscope::ui::";
    const char* bare = std::string_view(context).starts_with(qualification)
                           ? context + qualification.size()
                           : context;
    return QTranslator::translate(bare, text, disambiguation, count);
}

LanguageController::LanguageController(QObject* parent)
    : QObject(parent)
    , m_code(languages().front().code) {}

const std::vector<LanguageController::Language>& LanguageController::languages() {
    static const std::vector<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

QString LanguageController::systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN")
                                                            : QStringLiteral("en");
}

void LanguageController::setCode(const QString& code) {
    const auto known = std::ranges::find(languages(), code, &Language::code);
    const QString next = known == languages().end() ? languages().front().code : code;
    if (next == m_code) {
        return;
    }
    m_code = next;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/reluscope_") + m_code)) {
        QCoreApplication::installTranslator(&m_own);
    }
    if (m_qt.load(QStringLiteral("qtbase_") + m_code,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    emit changed();
}

} // namespace reluscope::ui
