"""Numbers are typed with a point or a comma, by real keys."""

import pytest
from PySide6.QtCore import QLocale, Qt

from vaegui import words
from vaegui.ui.config_form import _Decimal
from vaegui.ui.decimal_box import DecimalBox


@pytest.fixture(params=[DecimalBox, _Decimal])
def box(request, qtbot):
    made = request.param()
    made.setRange(-10_000, 10_000)
    made.setDecimals(3)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(params=["en", "it"])
def spoken(request):
    words.speak(request.param, None)
    yield request.param
    words.speak(words.ENGLISH, None)


@pytest.fixture(params=["en_US", "it_IT"])
def desktop(request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "english", "italian"),
    [
        ("0.25", 0.25, 0.25),
        ("0,25", 0.25, 0.25),
        ("-1,5", -1.5, -1.5),
        ("12.125", 12.125, 12.125),
        ("12,125", 12125.0, 12.125),
        ("1,000", 1000.0, 1.0),
        ("0,125", 0.125, 0.125),
        ("1,000.5", 1000.5, None),
    ],
)
def test_a_comma_is_what_it_is_in_the_language_of_the_window(desktop, spoken, box, qtbot, typed, english, italian):
    wanted = min(english, 10_000) if spoken == "en" else italian
    box.setValue(7)
    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    if english > 10_000 and spoken == "en":
        assert box.value() != 12.125  # it is out of the range, and none that was meant is made of it
    elif wanted is not None:
        assert box.value() == wanted
    assert "," not in box.text() or wanted is None
