"""How a figure is to be saved: format, size, text and colours, with a preview that is the figure itself."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.ui.decimal_box import DecimalBox
from vaegui.ui.figures.export import panel_of, take_styled
from vaegui.ui.figures.parts import Drawing, size_on_screen
from vaegui.ui.figures.style import (
    DPIS,
    FONT_SCALES,
    LEAST,
    MOST,
    SLIDE_HEIGHT,
    WIDTHS,
    FigureStyle,
    Format,
    encode,
    image_of,
    save,
    style_of,
)
from vaegui.ui.job import Job
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.theme import number, tabular
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

FORMATS: dict[Format, tuple[str, str]] = {
    "png": ("PNG", tr("Pixels, without loss: for slides, documents and the web")),
    "svg": ("SVG", tr("Lines and text stay such, and can be edited; points and images are pixels")),
    "pdf": ("PDF", tr("For papers: a page of exactly this size, with fonts in it; points and images are pixels")),
}
COLOURS = {
    "screen": (tr("as on screen"), tr("The window’s theme")),
    "print": (tr("print"), tr("White ground and black text, whatever the window’s theme is")),
}
PRESETS = {
    "single": tr("single column, {width:g} in"),
    "one and a half": tr("1.5 columns, {width:g} in"),
    "double": tr("double column, {width:g} in"),
    "slide": tr("slide, {width:g} in"),
}  # by the names of `WIDTHS`
MM = 25.4  # to the inch
REDRAW_MS = 120  # after a change, until the preview is drawn anew
SIZE_MS = 500  # and until the file is made for its size
RETRY_MS = 500
WHOLE = tr("What scrolls is drawn whole; of sheets of many images, as many rows as there is room for on the page.")


class Preview(QWidget):
    """A figure, as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.setAccessibleName(tr("Preview of the figure"))
        self.setToolTip(WHOLE)
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Enough to read the figure."""
        return QSize(560, 440)

    def set_image(self, image: QImage | None) -> None:
        """Show another one, or none."""
        self.image = image
        self.update()

    def room(self, style: FigureStyle) -> tuple[int, int]:
        """How many pixels a figure has here."""
        ratio = self.devicePixelRatioF()
        scale = min((self.width() - 2) / style.width_in, (self.height() - 2) / style.height_in) * ratio
        return max(round(style.width_in * scale), 1), max(round(style.height_in * scale), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with a hairline around it."""
        if self.image is None:
            return
        painter = QPainter(self)
        scale = min((self.width() - 2) / self.image.width(), (self.height() - 2) / self.image.height())
        box = QRectF(0, 0, self.image.width() * scale, self.image.height() * scale)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self.image)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(box)


class FigureDialog(QDialog):
    """Choose, look, save. It does not block the window; when one comes back to it, it shows what the panel is now.

    Signals:
        told: what was saved.
    """

    told = Signal(str)

    def __init__(self, window: MainWindow, name: str, title: str, measuring: Job, saving: Job) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Save figure: {title}", title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._name, self._title = window, name, title
        self._drawing: Drawing | None = None
        self._drawn_as: tuple[Any, ...] = ()
        self._is_filling = False
        self._worker = LatestWorker(self)
        self._worker.answered.connect(self._on_preview)
        self._worker.failed.connect(self._on_failed)
        self._worker.start()
        self._measuring, self._saving = measuring, saving  # which outlive the dialog, so that it closes at once
        self._measuring.returned.connect(self._on_measured)
        self._measuring.failed.connect(self._on_failed)
        self._saving.yielded.connect(self._on_share)
        self._saving.returned.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)
        self._saving.ended.connect(self._on_saving_ended)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        self._measure = QTimer(self, singleShot=True, interval=SIZE_MS)
        self._measure.timeout.connect(self._start_measuring)
        self._build()
        self._fill()
        self.resize(960, 560)
        self._changed()

    # Building

    def _build(self) -> None:
        self.kind, self.colours = QComboBox(), QComboBox()
        for box, choices in ((self.kind, FORMATS), (self.colours, COLOURS)):
            for value, (words, tip) in choices.items():
                box.addItem(words, value)
                box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.preset = QComboBox()
        self.preset.addItem(tr("own"), None)
        for name, width in WIDTHS.items():
            self.preset.addItem(PRESETS[name].format(width=width), width)
        self.preset.setToolTip(tr("Usual widths of a column or two in journals, and of a slide"))
        self.width_box, self.height_box = _inches(tr("Width")), _inches(tr("Height"))
        self.millimetres = QLabel()
        self.millimetres.setProperty("muted", True)
        self.millimetres.setFont(tabular(self.millimetres.font()))
        self.proportional = QCheckBox(tr("&Proportions as on screen"))
        self.proportional.setToolTip(tr("The height follows the width"))
        self.font_box, self.dpi_box = QSpinBox(), QSpinBox()
        self.font_box.setRange(round(100 * FONT_SCALES[0]), round(100 * FONT_SCALES[1]))
        self.font_box.setSuffix(" %")
        self.font_box.setSingleStep(10)
        self.font_box.setToolTip(tr("Size of text and width of lines against those on screen, where 100 % is 9 pt"))
        self.dpi_box.setRange(*DPIS)
        self.dpi_box.setSuffix(" dpi")
        self.dpi_box.setSingleStep(50)
        self.dpi_box.setToolTip(tr("Pixels to the inch of a PNG, and in SVG and PDF of points and images"))
        form = QFormLayout()
        for words, field in (
            (tr("&Format"), self.kind),
            (tr("&Colours"), self.colours),
            (tr("Si&ze"), self.preset),
            (tr("&Width"), self.width_box),
            (tr("&Height"), self.height_box),
            ("", self.millimetres),
            ("", self.proportional),
            (tr("&Text"), self.font_box),
            (tr("&Resolution"), self.dpi_box),
        ):
            form.addRow(words, field)
        self.preview = Preview()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setFont(tabular(self.words.font()))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight(3 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of saving"))
        self.bar.hide()
        buttons = QDialogButtonBox()
        self.save_button, self.close_button = QPushButton(tr("&Save…")), QPushButton(tr("Close"))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self._on_close)
        side = QWidget()
        side.setFixedWidth(300)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addStretch()
        column.addWidget(self.bar)
        column.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.preview, 1)
        row.addWidget(side)
        self.preset.currentIndexChanged.connect(self._on_preset)
        self.width_box.valueChanged.connect(self._on_size)
        self.height_box.valueChanged.connect(self._on_size)
        self.proportional.toggled.connect(self._on_size)
        for box in (self.kind, self.colours):
            box.currentIndexChanged.connect(self._changed)
        for spin in (self.font_box, self.dpi_box):
            spin.valueChanged.connect(self._changed)

    def _fill(self) -> None:
        """Begin with what was chosen last."""
        kept = self._window.preferences.figure
        style = style_of(kept) or FigureStyle()
        self._is_filling = True
        self.kind.setCurrentIndex(max(self.kind.findData(kept.get("format")), 0))
        self.colours.setCurrentIndex(max(self.colours.findData(style.theme), 0))
        self.width_box.setValue(style.width_in)
        self.height_box.setValue(style.height_in)
        self.proportional.setChecked(kept.get("proportional", True) is True)
        self.font_box.setValue(round(100 * style.font_scale))
        self.dpi_box.setValue(style.dpi)
        self._is_filling = False
        self._on_size()

    # What is chosen

    @property
    def style_chosen(self) -> FigureStyle:
        """How the figure is to be drawn.

        Raises:
            UserError: when it would have too many pixels.
        """
        return FigureStyle(
            self.width_box.value(),
            self.height_box.value(),
            self.font_box.value() / 100,
            self.dpi_box.value(),
            self.colours.currentData(),
        )

    def _on_preset(self) -> None:
        width = self.preset.currentData()
        if width is None or self._is_filling:
            return
        if width == WIDTHS["slide"]:
            self.proportional.setChecked(False)
            self.height_box.setValue(SLIDE_HEIGHT)
        self.width_box.setValue(width)

    def _on_size(self) -> None:
        if self._is_filling:
            return
        self._is_filling = True
        width = round(self.width_box.value(), 2)
        if self.proportional.isChecked():
            size = size_on_screen(panel_of(self._window, self._name))
            self.height_box.setValue(width * size.height() / size.width())
        self.height_box.setEnabled(not self.proportional.isChecked())
        is_slide = width == WIDTHS["slide"] and self.height_box.value() == SLIDE_HEIGHT
        preset = self.preset.findData(width) if width != WIDTHS["slide"] or is_slide else 0
        self.preset.setCurrentIndex(max(preset, 0))
        self._is_filling = False
        self._changed()

    def _changed(self) -> None:
        if self._is_filling:
            return
        self.millimetres.setText(
            f"{number(MM * self.width_box.value(), 1)} × {number(MM * self.height_box.value(), 1)} mm"
        )
        self._measure.stop()
        self._measuring.cancel()
        if not self._redraw.isActive():
            self._redraw.start()

    # What it shows

    def _draw(self) -> None:
        """Record the figure as the panel is now, and have the preview drawn."""
        try:
            style = self.style_chosen
            self._drawing = take_styled(self._window, self._name, style)
        except UserError as error:
            self._drawing = None
            self.preview.set_image(None)
            self.save_button.setEnabled(False)
            self.words.setText(str(error))
            QTimer.singleShot(RETRY_MS, self, self._on_retry)  # what is to be seen may still be computed
            return
        drawing, room = self._drawing, self.preview.room(style)
        self._worker.ask(lambda: finish(image_of(drawing, *room)))
        self.save_button.setEnabled(not self._saving.is_running)
        self._say(style, drawing)
        self._measure.start()

    def _on_retry(self) -> None:
        if self.isVisible():
            self._changed()

    def _say(self, style: FigureStyle, drawing: Drawing, size: int | None = None) -> None:
        width, height = (number(side, 0) for side in style.pixels)
        is_png = self.kind.currentData() == "png"
        words = (
            tr("{width} × {height} pixels", width=width, height=height)
            if is_png
            else tr("Images at {dpi} dpi", dpi=style.dpi)
        )
        if size is not None:
            words += f", {in_bytes(size)}"
        if drawing.shrunk > 1.005:
            smaller = tr(
                "So that everything fits, text is {share:.0f} % of what was chosen; a larger figure has room for it.",
                share=100 / drawing.shrunk,
            )
            words += f".\n{smaller}"
        self.words.setText(words)

    def _on_preview(self, image: QImage) -> None:
        self.preview.set_image(image)

    def _start_measuring(self) -> None:
        if self._drawing is None or self._saving.is_running:
            return
        drawing, style, kind = self._drawing, self.style_chosen, self.kind.currentData()

        def measure() -> Generator[float, None, tuple[FigureStyle, Drawing, int]]:
            content = yield from encode(drawing, style, kind, self._title)
            return style, drawing, len(content)

        self._measuring.start(measure)

    def _on_measured(self, result: tuple[FigureStyle, Drawing, int]) -> None:
        if result[1] is self._drawing:
            self._say(*result)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when somebody comes back from the window, where everything may have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._changed()

    # Saving

    def _on_save(self) -> None:
        if self._drawing is None:
            return
        kind = self.kind.currentData()
        dialog = QFileDialog(self, tr("Save figure"), str(self._window.preferences.export_folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{FORMATS[kind][0]} (*.{kind})")
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{self._name}.{kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_as(Path(path)))
        dialog.open()

    def save_as(self, path: Path) -> None:
        """Draw the figure into a file, and remember what was chosen."""
        drawing, style = self._drawing, self.style_chosen
        if drawing is None:
            return
        more = {"format": self.kind.currentData(), "proportional": self.proportional.isChecked()}
        self._window.preferences.figure = style.values | more
        self._window.preferences.export_folder = path.parent

        def work() -> Generator[float, None, tuple[Path, int]]:
            size = yield from save(drawing, style, path, self._title)
            return path, size

        self._measure.stop()  # it would say a size in place of what goes wrong
        self._measuring.cancel()
        self.save_button.setEnabled(False)
        self.close_button.setText(tr("Cancel"))
        self.bar.setValue(0)
        self.bar.show()
        self._saving.start(work)

    def _on_share(self, share: float) -> None:
        self.bar.setValue(round(1000 * share))

    def _on_saved(self, result: tuple[Path, int]) -> None:
        path, size = result
        words = tr("Saved as {file}, {size}.", file=path, size=in_bytes(size))
        self.words.setText(words)
        self.told.emit(words)

    def _on_saving_ended(self) -> None:
        self.bar.hide()
        self.close_button.setText(tr("Close"))
        self.save_button.setEnabled(self._drawing is not None)

    def _on_failed(self, sentence: str, _details: str = "") -> None:
        self.words.setText(sentence)

    def _on_close(self) -> None:
        if self._saving.is_running:
            self._saving.cancel()
            self.words.setText(tr("Nothing was saved."))
        else:
            self.close()

    def done(self, result: int) -> None:
        """Give up what is being drawn, whichever way the dialog closes."""
        self._redraw.stop()
        self._measure.stop()
        self._measuring.cancel()
        self._saving.cancel()
        self._worker.close()
        super().done(result)


def in_bytes(size: int) -> str:
    """The size of a file for reading."""
    if size >= 1e6:
        return f"{number(size / 1e6, 1)} MB"
    return f"{number(max(size / 1e3, 0.1), 0 if size >= 1e4 else 1)} kB"


def _inches(name: str) -> DecimalBox:
    box = DecimalBox()
    box.setRange(LEAST, MOST)
    box.setDecimals(2)
    box.setSingleStep(0.25)
    box.setSuffix(tr(" in"))
    box.setAccessibleName(name)
    return box
