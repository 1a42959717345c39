// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QEventLoop>

#include <optional>
#include <vector>

namespace reluscope::ui {

/// A window as a screen reader has it, over the accessibility bus.
///
/// Where window and reader are one process, the window's event loop has to give the answers: so the
/// reader never blocks, and runs that loop until they come.
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
        return property(object, accessible, name).toString();
    }

    /// Does what the object offers under this name; false if it offers no such thing.
    bool act(const Object& object, const QString& name) const {
        const int count = property(object, action, QStringLiteral("NActions")).toInt();
        for (int index = 0; index < count; ++index) {
            if (callAction(object, QStringLiteral("GetName"), index).toString() == name) {
                return callAction(object, QStringLiteral("DoAction"), index).toBool();
            }
        }
        return false;
    }

  private:
    static QVariantList call(QDBusConnection bus, const QDBusMessage& message) {
        const QDBusPendingCallWatcher answer(bus.asyncCall(message));
        QEventLoop loop;
        QObject::connect(&answer, &QDBusPendingCallWatcher::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return answer.reply().arguments();
    }

    QVariant property(const Object& object, const QString& interface, const QString& name) const {
        QDBusMessage message = QDBusMessage::createMethodCall(
            object.service, object.path, QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"));
        message << interface << name;
        return call(*m_bus, message).value(0).value<QDBusVariant>().variant();
    }

    QVariant callAction(const Object& object, const QString& method, int index) const {
        QDBusMessage message =
            QDBusMessage::createMethodCall(object.service, object.path, action, method);
        message << index;
        return call(*m_bus, message).value(0);
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
    inline static const QString action = QStringLiteral("org.a11y.atspi.Action");
    std::optional<QDBusConnection> m_bus;
};

} // namespace reluscope::ui
