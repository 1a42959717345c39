// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessibility_bus.h"
#include "tests/ui/window_under_test.h"
#include "ui/plot/plot.h"

namespace reluscope::ui {

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
