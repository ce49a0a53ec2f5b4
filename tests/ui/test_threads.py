"""The two kinds of threads, and the signals they send."""

import sys
import threading

import pytest
from hands import WAIT
from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QSpinBox

from vaegui.settings import UserError
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.latest_worker import LatestWorker


class Listener(QObject):
    """Writes down what arrives, and in which thread."""

    def __init__(self):
        super().__init__()
        self.items, self.failures, self.threads, self.successes = [], [], set(), 0

    def listen(self, thread):
        thread.yielded.connect(self.on_yielded)
        thread.failed.connect(self.on_failed)
        thread.succeeded.connect(self.on_succeeded)

    @Slot(object)
    def on_yielded(self, item):
        self.items.append(item)
        self.threads.add(threading.get_ident())

    @Slot(str, str)
    def on_failed(self, sentence, details):
        self.failures.append((sentence, details))
        self.threads.add(threading.get_ident())

    @Slot()
    def on_succeeded(self):
        self.successes += 1


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def start(qtbot, listener):
    """Start a thread on a generator; afterwards it must have come to its end."""
    threads = []

    def begin(work, **options):
        thread = GeneratorThread(work, **options)
        threads.append(thread)
        listener.listen(thread)
        thread.start()
        return thread

    yield begin
    for thread in threads:
        ended = thread.isFinished()
        thread.cancel()
        thread.wait()
        assert ended


def finish(qtbot, thread):
    qtbot.waitUntil(thread.isFinished, timeout=WAIT)
    # What the thread sent before its end may still be on its way.
    qtbot.waitUntil(lambda: not thread.isRunning())


def counting(state):
    """A generator that counts until it should stop, and writes down how it ended."""

    def work(should_stop):
        n = 0
        try:
            while not should_stop():
                n += 1
                state["made"] = n
                yield n
            yield "last"
        finally:
            state["closed"] = True

    return work


def test_items_arrive_in_order_and_in_the_thread_of_the_window(qtbot, start, listener):
    where = []

    def work(_):
        for n in range(100):
            where.append(threading.get_ident())
            yield n

    thread = start(work)
    qtbot.waitUntil(lambda: listener.successes == 1, timeout=WAIT)
    finish(qtbot, thread)
    assert listener.items == list(range(100))
    assert listener.threads == {threading.get_ident()}
    assert threading.get_ident() not in where
    assert listener.failures == []


def test_ten_thousand_signals_arrive(qtbot, start, listener):
    thread = start(lambda _: iter_of(range(10_000)))
    qtbot.waitUntil(lambda: listener.successes == 1, timeout=WAIT)
    finish(qtbot, thread)
    assert listener.items == list(range(10_000))


def iter_of(items):
    yield from items


def test_pause_holds_and_resume_goes_on_where_it_was(qtbot, start, listener):
    state = {}
    thread = start(counting(state))
    qtbot.waitUntil(lambda: len(listener.items) > 10, timeout=WAIT)
    thread.pause()
    qtbot.waitUntil(lambda: thread.is_held, timeout=WAIT)
    qtbot.waitUntil(lambda: len(listener.items) == state["made"], timeout=WAIT)
    with qtbot.assertNotEmitted(thread.yielded, wait=200):
        pass
    held = state["made"]
    thread.resume()
    qtbot.waitUntil(lambda: len(listener.items) > held + 5, timeout=WAIT)
    thread.stop()
    finish(qtbot, thread)
    qtbot.waitUntil(lambda: listener.successes == 1, timeout=WAIT)
    assert listener.items == [*range(1, state["made"] + 1), "last"]


def test_whoever_has_heard_enough_may_go(qtbot, start):
    """What is still on its way to a test that waited finds somebody (conftest)."""
    for _ in range(20):
        thread = GeneratorThread(lambda _: (item for item in range(200)))
        with qtbot.waitSignal(thread.yielded):
            thread.start()
        thread.wait()
        QCoreApplication.processEvents()


def test_a_thread_can_be_paused_before_its_first_item(qtbot, start, listener):
    state = {}
    thread = GeneratorThread(counting(state))
    listener.listen(thread)
    thread.pause()
    thread.start()
    qtbot.waitUntil(lambda: len(listener.items) == 1, timeout=WAIT)
    with qtbot.assertNotEmitted(thread.yielded, wait=100):
        pass
    assert state["made"] == 1
    thread.stop()
    finish(qtbot, thread)


def test_stop_lets_the_generator_end_well(qtbot, start, listener):
    state = {}
    thread = start(counting(state))
    qtbot.waitUntil(lambda: len(listener.items) > 3, timeout=WAIT)
    thread.stop()
    finish(qtbot, thread)
    qtbot.waitUntil(lambda: listener.successes == 1, timeout=WAIT)
    assert listener.items[-1] == "last"
    assert state["closed"]
    assert not thread.is_cancelled


@pytest.mark.parametrize("end", ["stop", "cancel"])
def test_a_paused_thread_can_be_ended(qtbot, start, listener, end):
    state = {}
    thread = start(counting(state))
    qtbot.waitUntil(lambda: len(listener.items) > 3, timeout=WAIT)
    thread.pause()
    getattr(thread, end)()
    finish(qtbot, thread)
    assert state["closed"]


@pytest.mark.parametrize("end", ["stop", "cancel"])
def test_a_pause_does_not_hold_up_the_end(qtbot, start, listener, end):
    state = {}
    thread = start(counting(state))
    qtbot.waitUntil(lambda: len(listener.items) > 3, timeout=WAIT)
    getattr(thread, end)()
    thread.pause()
    try:
        qtbot.waitUntil(thread.isFinished, timeout=WAIT)
    finally:
        thread.resume()
        thread.wait()
    assert state["closed"]


def test_cancel_closes_the_generator_and_sends_nothing_more(qtbot, start, listener):
    state = {}
    thread = start(counting(state))
    qtbot.waitUntil(lambda: len(listener.items) > 3, timeout=WAIT)
    thread.cancel()
    thread.wait()
    assert thread.is_cancelled
    assert state["closed"]
    arrived = state["made"]
    with qtbot.assertNotEmitted(thread.succeeded, wait=50):
        pass
    assert "last" not in listener.items
    assert len(listener.items) <= arrived
    assert listener.failures == []


def test_an_error_of_the_user_is_a_sentence_without_details(qtbot, start, listener):
    def work(_):
        yield 1
        raise UserError("The disk is full.")

    thread = start(work)
    qtbot.waitUntil(lambda: len(listener.failures) == 1, timeout=WAIT)
    finish(qtbot, thread)
    assert listener.failures == [("The disk is full.", "")]
    assert listener.items == [1]
    assert listener.successes == 0
    assert listener.threads == {threading.get_ident()}


def test_any_other_error_brings_its_traceback(qtbot, start, listener):
    def work(_):
        yield 1
        raise ZeroDivisionError("one over nothing")

    thread = start(work)
    qtbot.waitUntil(lambda: len(listener.failures) == 1, timeout=WAIT)
    finish(qtbot, thread)
    sentence, details = listener.failures[0]
    assert "one over nothing" in sentence
    assert "Traceback" in details
    assert "in work" in details
    assert listener.successes == 0


def test_an_error_while_the_generator_is_made_is_carried_home_too(qtbot, start, listener):
    def work(_):
        raise UserError("There is no such folder.")

    thread = start(work)
    qtbot.waitUntil(lambda: listener.failures == [("There is no such folder.", "")], timeout=WAIT)
    finish(qtbot, thread)


# Only the newest question


@pytest.fixture
def worker(qtbot):
    thread = LatestWorker()
    thread.start()
    yield thread
    thread.close()
    assert thread.isFinished()


def test_a_question_is_answered_off_the_window_thread(qtbot, worker):
    with qtbot.waitSignal(worker.answered) as heard:
        worker.ask(threading.get_ident)
    assert heard.args[0] != threading.get_ident()


def test_of_those_that_wait_only_the_newest_is_answered(qtbot, worker):
    begun, go_on = threading.Event(), threading.Event()
    answers = []
    worker.answered.connect(answers.append)

    def slow():
        begun.set()
        assert go_on.wait(WAIT / 1000)
        return "first"

    worker.ask(slow)
    assert begun.wait(WAIT / 1000)
    for number in range(50):
        worker.ask(lambda number=number: number)
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=WAIT)
    with qtbot.assertNotEmitted(worker.answered, wait=50):
        pass
    assert answers == ["first", 49]


def test_a_question_that_fails_is_told_and_the_next_one_answered(qtbot, worker):
    with qtbot.waitSignal(worker.failed) as heard:
        worker.ask(lambda: 1 / 0)
    assert "division by zero" in heard.args[0]
    assert "ZeroDivisionError" in heard.args[1]
    with qtbot.waitSignal(worker.answered) as heard:
        worker.ask(lambda: "still here")
    assert heard.args == ["still here"]


def test_closing_waits_for_the_answer_under_way(qtbot):
    thread = LatestWorker()
    thread.start()
    begun, ended = threading.Event(), threading.Event()

    def slow():
        begun.set()
        QThread.msleep(50)
        ended.set()

    thread.ask(slow)
    assert begun.wait(WAIT / 1000)
    thread.close()
    assert ended.is_set()
    assert thread.isFinished()
    thread.close()


# Reference counts: a broken binding loses one at every call and ends the process within a thousand signals


class Sender(QObject):
    anything = Signal(object)
    nothing = Signal()
    flag = Signal(bool)


@pytest.mark.parametrize("thing", [None, True], ids=repr)
def test_ten_thousand_calls_lose_no_reference(qapp, thing):
    sender, spin, heard = Sender(), QSpinBox(), []
    sender.anything.connect(heard.append)
    sender.flag.connect(spin.setEnabled)
    sender.nothing.connect(spin.clearFocus)
    spin.valueChanged.connect(spin.setMinimum)
    before = sys.getrefcount(thing)
    for n in range(10_000):
        sender.anything.emit(thing)
        sender.flag.emit(True)
        sender.nothing.emit()
        spin.setValue(n % 90)
        qapp.processEvents()
    assert len(heard) == 10_000
    heard.clear()
    assert abs(sys.getrefcount(thing) - before) < 500
