// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace reluscope::ui {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString colorSchemeKey = QStringLiteral("color-scheme");

// The portal's values; 0 means no preference.
constexpr uint preferDark = 1;
constexpr uint preferLight = 2;

} // namespace

SystemColorScheme::SystemColorScheme(QObject* parent)
    : QObject(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portalService, portalPath, settingsInterface, QStringLiteral("SettingChanged"),
                this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));

    QDBusMessage question = QDBusMessage::createMethodCall(
        portalService, portalPath, settingsInterface, QStringLiteral("Read"));
    question << appearanceGroup << colorSchemeKey;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, &SystemColorScheme::onAnswer);
}

void SystemColorScheme::onAnswer(QDBusPendingCallWatcher* answer) {
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (reply.isValid()) {
        accept(reply.value().variant());
    }
    answer->deleteLater();
}

void SystemColorScheme::onSettingChanged(const QString& group, const QString& key,
                                         const QDBusVariant& value) {
    if (group == appearanceGroup && key == colorSchemeKey) {
        accept(value.variant());
    }
}

void SystemColorScheme::accept(QVariant scheme) {
    // The older "Read" call answers with a variant in a variant.
    while (scheme.metaType() == QMetaType::fromType<QDBusVariant>()) {
        scheme = scheme.value<QDBusVariant>().variant();
    }
    std::optional<bool> prefers;
    if (scheme.toUInt() == preferDark) {
        prefers = true;
    } else if (scheme.toUInt() == preferLight) {
        prefers = false;
    }
    if (prefers != m_prefersDark) {
        m_prefersDark = prefers;
        emit changed();
    }
}

} // namespace reluscope::ui
