// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/controls/focus_ring.h"

#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace reluscope::ui {

/// Goes through the window by Tab alone, at the least size and in the largest text.
class KeyboardTest : public QObject {
    Q_OBJECT

  private slots:
    void everyControlIsReached_data();
    void everyControlIsReached();
    void everyFunctionInTheDrawerIsReached();
    void rowsOfATableAreScrolledTo();
};

namespace {

QString nameOf(const QWidget* widget) {
    return QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                       widget->objectName());
}

/// The height of what scrolling leaves of it.
int shownHeight(const QWidget* widget) {
    QRect shown = widget->rect();
    for (const QWidget* each = widget; !each->isWindow(); each = each->parentWidget()) {
        shown = shown.translated(each->pos()) & each->parentWidget()->rect();
    }
    return shown.height();
}

struct SmallWindow : WindowUnderTest {
    SmallWindow() {
        window->setPage(Page::Curves);
        theme.setTextScale(ThemeController::maximumTextScale);
        window->resize(1024, 640);
        QCoreApplication::processEvents();
    }

    /// Presses Tab until the focus comes round; what it was on.
    QList<QWidget*> goRound() {
        window->activateWindow(); // without a window manager it may lose to its old content
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
        find<QPushButton>("runButton")->setFocus();
        QList<QWidget*> visited;
        while (visited.size() < 200) {
            press(Qt::Key_Tab);
            QCoreApplication::processEvents();
            if (visited.contains(QApplication::focusWidget())) {
                break;
            }
            visited << QApplication::focusWidget();
            check(*visited.back());
        }
        return visited;
    }

    void check(QWidget& focused) {
        auto* ring = window->findChild<FocusRing*>();
        QVERIFY2(ring->isVisible(), qPrintable(nameOf(&focused)));
        // What is higher than the page shows its beginning.
        constexpr int mostOfThePage = 250;
        QVERIFY2(shownHeight(&focused) >= std::min(focused.height(), mostOfThePage),
                 qPrintable(nameOf(&focused)));
    }

    void checkAllAreAmong(const QList<QWidget*>& visited) {
        for (QWidget* each : window->findChildren<QWidget*>()) {
            const bool isStop = each->isVisible() && each->isEnabled() && !each->focusProxy() &&
                                (each->focusPolicy() & Qt::TabFocus);
            QVERIFY2(!isStop || visited.contains(each), qPrintable(nameOf(each)));
        }
    }
};

} // namespace

void KeyboardTest::everyControlIsReached_data() {
    QTest::addColumn<int>("tab");
    for (int tab = 0; tab < 5; ++tab) {
        QTest::addRow("tab %d", tab) << tab;
    }
}

void KeyboardTest::everyControlIsReached() {
    QFETCH(int, tab);
    SmallWindow test;
    test.find<QTabWidget>("curveTabs")->setCurrentIndex(tab);
    test.checkAllAreAmong(test.goRound());
}

void KeyboardTest::everyFunctionInTheDrawerIsReached() {
    SmallWindow test;
    test.find<QPushButton>("functionDrawerButton")->click();
    test.checkAllAreAmong(test.goRound());
}

void KeyboardTest::rowsOfATableAreScrolledTo() {
    SmallWindow test;
    auto* table = test.find<QTableView>("propertiesTable");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const int last = table->model()->rowCount() - 1;
    table->setFocus(Qt::TabFocusReason);
    for (int row = 0; row <= last + 1; ++row) {
        QTest::keyClick(table, Qt::Key_Down);
    }
    const QRect place = table->visualRect(table->model()->index(last, 0));
    QVERIFY(table->viewport()->visibleRegion().contains(place));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::KeyboardTest)
#include "keyboard_test.moc"
