import sys
sys.path.insert(0,"/work/main/tests/ui")
from hands import *
from vaegui.steps import finish
def test_look(qtbot, window, own_run, deep_run, mnist_run):
    print(window.size(), window.screen().availableGeometry())
    choose_tab(qtbot, window, "Gaps")
    p=window.gaps_panel
    print(p.size(), p._words.size(), repr(p._words._elidedText() if hasattr(p._words,"_elidedText") else None), p._words.toolTip())
    window.grab().save("/tmp/a.png")
    qtbot.mouseClick(p.controls.button, LEFT)
    qtbot.waitUntil(lambda: p.controls.button.isVisible(), timeout=WAIT)
    settle(window)
    window.grab().save("/tmp/b.png")
    print(p.size(), p.words, p.waterfall.texts)
    choose_tab(qtbot, window, "Gradients")
    g=window.gradients_panel
    print(g.words)
    qtbot.mouseClick(g.controls.button, LEFT)
    qtbot.waitUntil(lambda: g.controls.button.isVisible(), timeout=WAIT)
    settle(window)
    window.grab().save("/tmp/c.png")
    print(g.words, g.size())
    print(len(window.map.posterior.draws))
    choose_tab(qtbot, window, "Curves")
    print(len(window.map.posterior.draws))
    choose_tab(qtbot, window, "Gradients")
    print(len(window.map.posterior.draws))
    window.gradients_dock.close()
    QApplication.processEvents()
    print("closed", len(window.map.posterior.draws))
    window.open_run(mnist_run.folder)
    choose_tab(qtbot, window, "Gaps")
    print(repr(p._words.text()), p._words.size(), p._words.toolTip(), p._words._elidedText())
    window.grab().save("/tmp/d.png")
def test_deep_first(qtbot, open_window, deep_run):
    w=open_window(deep_run.folder)
    qtbot.waitUntil(lambda: len(w.explorer.reconstruction.table.rows) > 0, timeout=WAIT)
    choose_tab(qtbot, w, "Gradients")
    g=w.gradients_panel
    print(g.words, g.controls.button.isEnabled())
    qtbot.mouseClick(g.controls.button, LEFT)
    print(w.gradient_lab.is_busy)
def test_pixels_first(qtbot, open_window, run_of):
    w=open_window(run_of("pixels").folder)
    qtbot.waitUntil(lambda: w.datasets.get("digits") is not None, timeout=WAIT)
    choose_tab(qtbot, w, "Gradients")
    g=w.gradients_panel
    print(g.words, g.controls.button.isEnabled())
