// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace reluscope::ui {

/// Watches whether the desktop prefers dark windows, through the settings portal. It asks without
/// waiting: with no bus or no portal there is simply no preference, and nothing is held up.
class SystemColorScheme : public QObject {
    Q_OBJECT

  public:
    explicit SystemColorScheme(QObject* parent = nullptr);

    /// Empty while the desktop has not answered or states no preference.
    std::optional<bool> prefersDark() const { return m_prefersDark; }

  signals:
    void changed();

  private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

  private:
    void onAnswer(QDBusPendingCallWatcher* answer);
    void accept(QVariant scheme);

    std::optional<bool> m_prefersDark;
};

} // namespace reluscope::ui
