// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/export_form.h"

#include "ui/controls/file_dialogs.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segments.h"
#include "ui/controls/tile.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStatusTipEvent>

#include <algorithm>
#include <array>

namespace reluscope::ui {

namespace {

constexpr ValueRange sizeRange{
    .minimum = 100.0, .maximum = 8000.0, .step = 10.0, .integersOnly = true};
constexpr std::array pixelRatios{1.0, 2.0, 3.0};
constexpr int initialResolution = 1;

constexpr qreal formWidth = 300;
constexpr qreal padding = 14;

/// "Activation functions" as "activation-functions.png".
QString suggestedName(const QWidget& widget, PictureFormat format) {
    const QString name =
        widget.accessibleName().toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    return name + QLatin1Char('.') + suffixOf(format);
}

} // namespace

void ExportForm::open(const PictureSource& source, FileDialogs& dialogs, QPoint corner) {
    const QWidget* window = source.widget()->window();
    delete window->findChild<ExportForm*>();
    auto* form = new ExportForm(source, dialogs);
    form->setFixedWidth(scaled(form, formWidth));
    form->adjustSize();
    const int gap = scaled(form, 8);
    form->move(std::clamp(corner.x() - form->width() - gap, 0,
                          std::max(0, window->width() - form->width())),
               std::clamp(corner.y() + scaled(form, 30), 0,
                          std::max(0, window->height() - form->height())));
    form->show();
    form->raise();
    form->m_width->setFocus(Qt::ShortcutFocusReason);
    form->m_width->selectAll();
}

ExportForm::ExportForm(const PictureSource& source, FileDialogs& dialogs)
    : QWidget(source.widget()->window())
    , m_source(source)
    , m_dialogs(dialogs)
    , m_layout(new QGridLayout(this))
    , m_format(new Segments({QStringLiteral("PNG"), QStringLiteral("SVG"), QStringLiteral("PDF")}))
    , m_width(makeSizeField(tr("Width"), "exportWidth", source.widget()->width()))
    , m_height(makeSizeField(tr("Height"), "exportHeight", source.widget()->height()))
    , m_resolution(new Segments({QStringLiteral("1×"), QStringLiteral("2×"), QStringLiteral("3×")}))
    , m_note(new QLabel)
    , m_save(nullptr) {
    setObjectName(QStringLiteral("exportForm"));
    setAccessibleName(tr("Export picture"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    m_resolution->setObjectName(QStringLiteral("exportResolution"));
    m_resolution->setAccessibleName(tr("Resolution"));
    m_resolution->setCurrentIndex(initialResolution);
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setTextRole(m_note, TextRole::Note);

    const int side = scaled(this, padding);
    m_layout->setContentsMargins(side, side, side, side);
    m_layout->setHorizontalSpacing(scaled(this, 12));
    m_layout->setVerticalSpacing(scaled(this, 8));
    m_layout->setColumnStretch(1, 1);
    auto* title = new QLabel(tr("Export picture"));
    setTextRole(title, TextRole::Title);
    m_layout->addWidget(title, 0, 0, 1, 2);
    addRow(tr("Format"), m_format);
    addRow(tr("Width"), m_width);
    addRow(tr("Height"), m_height);
    addRow(tr("Resolution"), m_resolution);
    m_layout->addWidget(m_note, m_layout->rowCount(), 0, 1, 2);
    m_save = addButtons();

    source.widget()->installEventFilter(this);
    for (Segments* choice : {m_format, m_resolution}) {
        connect(choice, &Segments::selected, this, &ExportForm::showState);
    }
    for (NumberField* field : {m_width, m_height}) {
        connect(field, &NumberField::valueChanged, this, &ExportForm::showState);
        connect(field, &NumberField::problemChanged, this, &ExportForm::showState);
    }
    connect(&m_writing, &QFutureWatcherBase::finished, this, &ExportForm::showOutcome);
    showState();
}

void ExportForm::addRow(const QString& label, QWidget* control) {
    const int row = m_layout->rowCount();
    auto* name = new QLabel(label);
    name->setBuddy(control);
    m_layout->addWidget(name, row, 0);
    m_layout->addWidget(control, row, 1, Qt::AlignRight);
}

NumberField* ExportForm::makeSizeField(const QString& label, const char* name, int pixels) {
    auto* field = new NumberField(sizeRange);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setValue(std::clamp<double>(pixels, sizeRange.minimum, sizeRange.maximum));
    return field;
}

QPushButton* ExportForm::addButtons() {
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("exportCancel"));
    auto* saveButton = new QPushButton(tr("Save…"));
    saveButton->setObjectName(QStringLiteral("exportSave"));
    setPrimary(saveButton, true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(this, 8));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(saveButton);
    m_layout->addLayout(buttons, m_layout->rowCount(), 0, 1, 2);
    connect(cancel, &QPushButton::clicked, this, &ExportForm::leave);
    connect(saveButton, &QPushButton::clicked, this, &ExportForm::save);
    return saveButton;
}

PictureOptions ExportForm::options() const {
    PictureOptions wanted;
    wanted.format = static_cast<PictureFormat>(m_format->currentIndex());
    wanted.size = QSize(static_cast<int>(m_width->value()), static_cast<int>(m_height->value()));
    wanted.pixelRatio = pixelRatios.at(static_cast<std::size_t>(m_resolution->currentIndex()));
    return wanted;
}

QString ExportForm::problem() const {
    for (const NumberField* field : {m_width, m_height}) {
        if (!field->problem().isEmpty()) {
            return field->problem();
        }
    }
    const PictureOptions wanted = options();
    if (!isTooLarge(wanted)) {
        return {};
    }
    const QSize pixels = pixelsOf(wanted);
    return tr("%1 × %2 pixels are more than %3 megapixels. Choose a smaller size or resolution.")
        .arg(pixels.width())
        .arg(pixels.height())
        .arg(mostPixels / 1'000'000);
}

QString ExportForm::sizeWords() const {
    const PictureOptions wanted = options();
    if (wanted.format != PictureFormat::Png) {
        return tr("Sharp at every size, in the light theme");
    }
    const QSize pixels = pixelsOf(wanted);
    return tr("%1 × %2 pixels, in the light theme").arg(pixels.width()).arg(pixels.height());
}

void ExportForm::tell(const QString& note) {
    m_note->setText(note);
    adjustSize();
}

void ExportForm::showState() {
    m_resolution->setEnabled(options().format == PictureFormat::Png);
    const QString found = problem();
    m_save->setEnabled(found.isEmpty());
    if (m_writing.isRunning()) {
        tell(tr("Writing “%1”…").arg(m_fileName));
    } else {
        tell(found.isEmpty() ? sizeWords() : found);
    }
}

void ExportForm::save() {
    if (m_writing.isRunning()) {
        return; // Disabling the button instead would move the focus out of the form.
    }
    const PictureOptions wanted = options();
    // While the dialog is open what is shown can go, and this form with it.
    const QPointer<ExportForm> self(this);
    const QString path =
        m_dialogs.askForPictureToSave(window(), suggestedName(*m_source.widget(), wanted.format));
    if (self.isNull() || m_source.widget() == nullptr || path.isEmpty()) {
        return;
    }
    m_fileName = QFileInfo(path).fileName();
    m_writing.setFuture(savePicture(m_source, path, wanted));
    showState();
}

void ExportForm::showOutcome() {
    switch (m_writing.result()) {
    case SaveResult::Written: {
        QStatusTipEvent saved(tr("Saved “%1”.").arg(m_fileName));
        QApplication::sendEvent(parentWidget(), &saved);
        leave();
        break;
    }
    case SaveResult::NotWritable:
        tell(tr("“%1” could not be written. Choose another folder.").arg(m_fileName));
        break;
    case SaveResult::TooLarge:
        tell(tr("The picture is too large for the memory. Choose a smaller size or resolution."));
        break;
    }
}

void ExportForm::leave() {
    if (m_source.widget() != nullptr) {
        m_source.widget()->setFocus(Qt::OtherFocusReason);
    }
    deleteLater();
    hide();
}

bool ExportForm::eventFilter(QObject* watched, QEvent* event) {
    // A spontaneous hide is the window being minimized: what is shown comes back with it.
    const bool isHidden = event->type() == QEvent::Hide && !event->spontaneous();
    if (isHidden || event->type() == QEvent::Destroy) {
        hide();
        deleteLater();
    }
    return QWidget::eventFilter(watched, event);
}

void ExportForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // Outside a QDialog a button leaves Enter to its parent.
        auto* focused = qobject_cast<QPushButton*>(focusWidget());
        (focused != nullptr ? focused : m_save)->click(); // nothing while an entry is wrong
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ExportForm::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawTileGround(painter, this, Tone::Strong);
}

} // namespace reluscope::ui
