"""Import images of one's own: what was found, how it is to be read, with a preview, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vaegui import importing, sources
from vaegui.data import Dataset, Progress
from vaegui.importing import Finding, Recipe, Refusal
from vaegui.settings import UserError
from vaegui.ui import trash
from vaegui.ui.config_form import LABEL_WIDTH, ConfigForm
from vaegui.ui.image_view import to_qimage
from vaegui.ui.job import Job
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.theme import fit, number
from vaegui.ui.trash import Trashed
from vaegui.words import plural, tr

SHOWN = 25  # images of the sample
COLUMNS = 5
THUMBNAIL = 160  # pixels of an image of the sample, at most, in the sheet of images as they are
MOST_LISTED = 1000  # of what was left out
MOST_CLASSES, MOST_SIZES = 8, 4  # in a sentence


class Sheet(QWidget):
    """Small images of any sizes, in rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self.setAccessibleName(name)
        self.setMinimumSize(COLUMNS * 40, SHOWN // COLUMNS * 40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_images(self, images: list[QImage]) -> None:
        """Show these."""
        self._images = images
        self.update()

    @property
    def images(self) -> list[QImage]:
        """What is shown."""
        return self._images

    def sizeHint(self) -> QSize:
        """Room for images of a size that can be judged."""
        return QSize(COLUMNS * 64, SHOWN // COLUMNS * 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images in proportion, a pixel as a square."""
        painter = QPainter(self)
        rows = -(-max(len(self._images), SHOWN) // COLUMNS)
        cell = min(self.width() / COLUMNS, self.height() / rows)
        for index, image in enumerate(self._images):
            row, column = divmod(index, COLUMNS)
            scale = (cell - 6) / max(image.width(), image.height())
            box = QRectF(0, 0, max(image.width() * scale, 1), max(image.height() * scale, 1))
            box.moveCenter(QRectF(column * cell, row * cell, cell, cell).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
            painter.drawImage(box, image)
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawRect(box)


class ImportDialog(QDialog):
    """Look at a place, choose how to read it, read it.

    Signals:
        imported: the Dataset, which is in memory and kept on disk, and the Trashed one that had its name, or None.
    """

    imported = Signal(object, object)

    def __init__(self, path: Path, name: str = "", recipe: Recipe | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import images"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._replaced, self._recipe = path, name, recipe
        self._finding: Finding | None = None
        self._dataset: Dataset | None = None  # once it has been read
        self._read_as: Recipe | None = None
        self._refusals: list[Refusal] = []
        self._replacing: list[Trashed] = []  # what had its name
        self._job = Job(parent)  # which outlives the dialog: whoever closes it need not wait for what is being read
        self._is_keeping = self._is_wrong = False
        self._job.yielded.connect(self._on_yielded)
        self._job.returned.connect(self._on_returned)
        self._job.failed.connect(self._on_failed)
        self._preview_worker = LatestWorker(self)
        self._preview_worker.answered.connect(self._on_preview)
        self._preview_worker.failed.connect(self._on_failed)
        self._preview_worker.start()

        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.name = QLineEdit(name or sources.name_for(path))
        self.name.setAccessibleName(tr("Name of the dataset"))
        self.name.setToolTip(tr("What the dataset, and the runs that are trained on it, will be called"))
        self.name.setMaxLength(60)
        self.form = ConfigForm(Recipe)
        self.form.changed.connect(self._preview)
        self.before, self.after = Sheet(tr("Images as they are")), Sheet(tr("Images as the model gets them"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.refused = QListWidget()
        self.refused.setAccessibleName(tr("What is left out, and why"))
        self.refused.setWordWrap(True)
        self.refused.setMaximumHeight(110)
        self.refused.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        buttons = QDialogButtonBox()
        self.read_button, self.cancel_button = QPushButton(tr("&Read")), QPushButton(tr("Cancel"))
        self.read_button.setDefault(True)
        self.read_button.setProperty("primary", True)
        buttons.addButton(self.read_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.read_button.clicked.connect(self._on_read)
        self.cancel_button.clicked.connect(self._on_cancel)

        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        named = QFormLayout()
        named.addRow(tr("Name"), self.name)
        fit(named.labelForField(self.name), minimum_width=LABEL_WIDTH)
        choices.addLayout(named)
        choices.addWidget(self.form)
        choices.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, (title, widget) in enumerate(
            (
                (tr("As they are"), self.before),
                (tr("As the model gets them"), self.after),
                (tr("How to read them"), self._choices),
            )
        ):
            heading = QLabel(title)
            heading.setProperty("heading", True)
            grid.addWidget(heading, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 3 if column < 2 else 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.found)
        layout.addLayout(grid, 1)
        layout.addWidget(self.refused)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(buttons)
        self.resize(1080, 560)
        self._look()

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked at or read."""
        return self._job.is_running

    # Looking

    def _look(self) -> None:
        self.found.setText(tr("Looking into {path}…", path=self._path))
        self._set_busy(tr("Looking…"))
        self._job.start(lambda: importing.look(self._path))

    def _on_found(self, finding: Finding) -> None:
        self._finding = finding
        self.found.setText(_in_words(finding))
        self.before.set_images([_thumbnail(pixels) for _, pixels in finding.sample[:SHOWN]])
        self._list([Refusal("", sentence) for sentence in finding.problems])
        self.form.fill(vars(self._recipe or importing.suggest(finding)))
        self.form.setEnabled(True)
        self._choose()

    def _choose(self, words: str = "") -> None:
        """Let the user choose, and begin."""
        assert self._finding is not None
        self._dataset = None
        self._choices.setEnabled(True)
        self.bar.hide()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.read_button.setText(plural(self._finding.count, "&Read {count:,} image", "&Read {count:,} images"))
        self._offer()
        self._preview()

    def _preview(self) -> None:
        """Show the sample as it would be read."""
        if self._finding is None:
            return
        try:
            recipe = self.form.config()
        except UserError as error:
            self._is_wrong = True
            self.words.setText(str(error))
            self.words.show()
            return
        if self._is_wrong:
            self._is_wrong = False
            self.words.hide()
        pixels = [pixels for _, pixels in self._finding.sample[:SHOWN]]
        self._preview_worker.ask(lambda: [importing.prepare(image, recipe) for image in pixels])

    def _on_preview(self, images: list[np.ndarray]) -> None:
        self.after.set_images([_picture(image) for image in images])

    # Reading

    def _on_read(self) -> None:
        if self._dataset is not None:
            self._keep()
            return
        assert self._finding is not None
        try:
            name = sources.check_name(self.name.text(), self._replaced)
            recipe = self.form.config()
        except UserError as error:
            self.words.setText(str(error))
            self.words.show()
            return
        self._read_as, self._refusals = recipe, []
        self.refused.clear()
        self.refused.hide()
        self._set_busy(tr("Reading…"))
        self._job.start(partial(importing.read, self._finding, recipe, name))

    def _on_yielded(self, item: Progress | Refusal) -> None:
        if isinstance(item, Refusal):
            self._refusals.append(item)
            return
        self.words.setText(item.text)
        self.bar.setRange(0, 1000 if item.done else 0)
        self.bar.setValue(1000 * item.done // max(item.total, 1))

    def _on_returned(self, result: Finding | Dataset | None) -> None:
        if isinstance(result, Finding):
            self._on_found(result)
            return
        if result is None:
            self.imported.emit(self._dataset, self._replacing[-1] if self._replacing else None)
            self.accept()
            return
        self._dataset = result
        if not self._refusals:
            self._keep()
            return
        self._list(self._refusals)
        count = len(result.train) + len(result.test)
        self.bar.hide()
        self.words.setText(
            tr(
                "{images} images were read; {left_out} were left out (see the list). Nothing happened to the files.",
                images=number(count, 0),
                left_out=number(len(self._refusals), 0),
            )
        )
        self.words.show()
        self.read_button.setText(plural(count, "&Use {count:,} image", "&Use {count:,} images"))
        self._offer()

    def _keep(self) -> None:
        dataset, finding, recipe, refusals = self._dataset, self._finding, self._read_as, list(self._refusals)
        assert dataset is not None
        assert finding is not None
        assert recipe is not None

        def put_aside(folder: Path) -> bool:
            try:
                trashed = trash.move(folder)
            except UserError:  # there is no trash: it is replaced for good
                return False
            if trashed is not None:
                self._replacing.append(trashed)
            return True

        def work() -> Generator[Progress, None, None]:
            yield Progress(0, 1, tr("Keeping them for the next time…"))
            try:
                importing.store(dataset, finding, recipe, refusals, put_aside)
            except UserError as error:
                raise UserError(" ".join((str(error), *_brought_back(self._replacing)))) from None
            dataset.train.digest()  # which the window then need not compute

        self._set_busy(tr("Keeping them for the next time…"))
        self._is_keeping = True
        self._replacing.clear()
        self.cancel_button.setEnabled(False)  # a moment, in which it is decided what is kept
        self._job.start(work)

    def _on_failed(self, sentence: str, _details: str = "") -> None:
        self._is_keeping = False
        self.cancel_button.setEnabled(True)
        if self._finding is not None:
            self._list(self._refusals)
            self._choose(sentence)
            return
        self.found.setText(sentence)
        self.words.hide()
        self.bar.hide()
        self.cancel_button.setText(tr("Close"))

    def _offer(self) -> None:
        """Let Enter do what is offered, which went to the other button while there was nothing to be done."""
        self.read_button.setEnabled(True)
        if self.cancel_button.hasFocus() or self.focusWidget() is None:
            self.read_button.setFocus()

    def _on_cancel(self) -> None:
        """Give up reading, and choose anew; or give up all."""
        if self._job.is_running and self._finding is not None:
            self._job.cancel()
            self._choose(tr("Nothing was kept."))
        else:
            self.reject()

    def _set_busy(self, words: str) -> None:
        self._choices.setEnabled(False)
        self.read_button.setEnabled(False)
        self.words.setText(words)
        self.words.show()
        self.bar.setRange(0, 0)
        self.bar.show()

    def _list(self, refusals: Sequence[Refusal]) -> None:
        self.refused.clear()
        self.refused.addItems([_with_folder(refusal) for refusal in refusals[:MOST_LISTED]])
        if len(refusals) > MOST_LISTED:
            self.refused.addItem(plural(len(refusals) - MOST_LISTED, "… and {count:,} more", "… and {count:,} more"))
        self.refused.setVisible(bool(refusals))

    def reject(self) -> None:
        """Close, but not while it is being decided what is kept."""
        if not self._is_keeping:
            super().reject()

    def done(self, result: int) -> None:
        """Give up what is being read, whichever way the dialog closes."""
        self._job.cancel()
        self._preview_worker.close()
        super().done(result)


def _brought_back(replacing: Sequence[Trashed]) -> list[str]:
    """Bring back what was to be replaced; a sentence for each that is still in the trash."""
    problems = []
    for trashed in replacing:
        try:
            trash.bring_back(trashed)
        except UserError as error:
            problems.append(str(error))
    return problems


def _with_folder(refusal: Refusal) -> str:
    """What is wrong with an image, which is named by its place in the source."""
    name = refusal.name.rsplit("/", 1)[-1]
    return refusal.sentence.replace(name, refusal.name, 1) if name else refusal.sentence


def _in_words(finding: Finding) -> str:
    """What was found, in a few sentences."""
    return " ".join((_what(finding), *_classes(finding), _sizes(finding)))


def _what(finding: Finding) -> str:
    path = finding.path
    if finding.kind == "folder":
        return plural(
            finding.count,
            "{path}: a folder with {count:,} image.",
            "{path}: a folder with {count:,} images.",
            path=path,
        )
    if finding.kind == "zip archive":
        return plural(
            finding.count,
            "{path}: a zip archive with {count:,} image.",
            "{path}: a zip archive with {count:,} images.",
            path=path,
        )
    if finding.kind == "array":
        return plural(
            finding.count,
            "{path}: an array with {count:,} image.",
            "{path}: an array with {count:,} images.",
            path=path,
        )
    return plural(
        finding.count, "{path}: IDX files with {count:,} image.", "{path}: IDX files with {count:,} images.", path=path
    )


def _classes(finding: Finding) -> tuple[str, str]:
    if finding.classes:
        listed = [
            f"{name} ({number(count, 0)})" for name, count in zip(finding.classes, finding.class_counts, strict=True)
        ]
        classes = ", ".join([*listed[:MOST_CLASSES], *(["…"] if len(listed) > MOST_CLASSES else [])])
        words = plural(len(listed), "{count} class: {classes}.", "{count} classes: {classes}.", classes=classes)
    else:
        words = tr("No labels.")
    return words, tr("With test images of its own.") if finding.has_test else tr("Without test images of its own.")


def _sizes(finding: Finding) -> str:
    looked_at = sum(finding.sizes.values())
    common = Counter(finding.sizes).most_common(MOST_SIZES)
    (width, height), _ = common[0]
    sizes = f"{width}×{height}"
    if len(finding.sizes) > 1:
        sizes = ", ".join(f"{width}×{height} ({number(count, 0)})" for (width, height), count in common)
    if len(finding.sizes) > MOST_SIZES:
        others = len(finding.sizes) - MOST_SIZES
        sizes = plural(others, "{sizes} and {count} other size", "{sizes} and {count} other sizes", sizes=sizes)
    colours = tr("grey and colour")
    if len(finding.channels) == 1:
        colours = tr("grey") if 1 in finding.channels else tr("colour")
    if looked_at == finding.count:
        return tr("{sizes} pixels, {colours}.", sizes=sizes, colours=colours)
    return tr("{sizes} pixels (of {images:,} looked at), {colours}.", sizes=sizes, images=looked_at, colours=colours)


def _picture(pixels: np.ndarray) -> QImage:
    return to_qimage(np.repeat(pixels, 3 // len(pixels), axis=0).transpose(1, 2, 0))


def _thumbnail(pixels: np.ndarray) -> QImage:
    """An image of any size, no larger than what is shown of it."""
    step = max(1, max(pixels.shape[1:]) // (2 * THUMBNAIL))  # a first, rough step, so that large ones take no time
    image = _picture(pixels[:, ::step, ::step])
    if max(image.width(), image.height()) <= THUMBNAIL:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(THUMBNAIL, THUMBNAIL, keep, smooth)
