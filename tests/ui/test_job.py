"""One slow analysis at a time: what is heard of it, and of those that were given up."""

import threading

import pytest
from hands import WAIT
from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot

from vaegui.settings import UserError
from vaegui.ui.job import Job


class Listener(QObject):
    """Writes down what is heard of a job, in order, and in which threads."""

    def __init__(self, job):
        super().__init__()
        self.heard, self.threads = [], set()
        job.yielded.connect(self.on_yielded)
        job.returned.connect(self.on_returned)
        job.failed.connect(self.on_failed)
        job.ended.connect(self.on_ended)

    def note(self, *what):
        self.heard.append(what)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_yielded(self, item):
        self.note("yielded", item)

    @Slot(object)
    def on_returned(self, result):
        self.note("returned", result)

    @Slot(str, str)
    def on_failed(self, sentence, details):
        self.note("failed", sentence, details)

    @Slot()
    def on_ended(self):
        self.note("ended")


@pytest.fixture
def job(qapp):
    owner = QObject()
    made = Job(owner)
    yield made
    made.close()
    QCoreApplication.processEvents()


@pytest.fixture
def listener(job):
    return Listener(job)


def threads_of(job):
    return job.findChildren(QThread)


def finish(qtbot, job):
    """Wait until nothing of it runs, and all that was sent has arrived."""
    qtbot.waitUntil(lambda: not threads_of(job), timeout=WAIT)
    assert not job.is_running


class Slow:
    """Work that yields some items, then holds until it is let go; `begun` says that its items are on their way."""

    def __init__(self, *items, then=(), result="result", error=None):
        self.items, self.then, self.result, self.error = items, then, result, error
        self.begun, self.go_on, self.closed = threading.Event(), threading.Event(), threading.Event()

    def __call__(self):
        try:
            yield from self.items
            self.begun.set()
            assert self.go_on.wait(WAIT / 1000)
            if self.error is not None:
                raise self.error
            yield from self.then
            return self.result
        finally:
            self.closed.set()


def begin(job, work):
    """Start work, and wait without hearing anything until its items were sent."""
    job.start(work)
    assert work.begun.wait(WAIT / 1000)


def work_of(*items, result=None):
    def work():
        yield from items
        return result

    return work


def test_items_come_in_order_then_the_result_then_the_end(qtbot, job, listener):
    ran_in = set()

    def work():
        for n in range(50):
            ran_in.add(threading.get_ident())
            yield n
        return {"the": "result"}

    assert not job.is_running
    job.start(work)
    assert job.is_running
    finish(qtbot, job)
    assert listener.heard == [*(("yielded", n) for n in range(50)), ("returned", {"the": "result"}), ("ended",)]
    assert listener.threads == {threading.get_ident()}
    assert threading.get_ident() not in ran_in


@pytest.mark.parametrize("result", [None, 0, (), "words"], ids=repr)
def test_work_without_items_has_a_result_whatever_it_is(qtbot, job, listener, result):
    job.start(work_of(result=result))
    finish(qtbot, job)
    assert listener.heard == [("returned", result), ("ended",)]


def test_an_item_may_be_none(qtbot, job, listener):
    job.start(work_of(None, 0.5))
    finish(qtbot, job)
    assert listener.heard == [("yielded", None), ("yielded", 0.5), ("returned", None), ("ended",)]


def test_it_can_run_again_and_again(qtbot, job, listener):
    for n in range(5):
        job.start(work_of(n, result=-n))
        finish(qtbot, job)
    assert listener.heard == [say for n in range(5) for say in (("yielded", n), ("returned", -n), ("ended",))]


# Failing


def test_an_error_of_the_user_is_a_sentence(qtbot, job, listener):
    work = Slow(1, error=UserError("There are too few labels."))
    work.go_on.set()
    job.start(work)
    finish(qtbot, job)
    assert listener.heard == [("yielded", 1), ("failed", "There are too few labels.", ""), ("ended",)]


def test_any_other_error_has_details(qtbot, job, listener):
    work = Slow(error=ZeroDivisionError("one over nothing"))
    work.go_on.set()
    job.start(work)
    finish(qtbot, job)
    (what, sentence, details), end = listener.heard
    assert (what, end) == ("failed", ("ended",))
    assert "one over nothing" in sentence
    assert "Traceback" in details
    assert "in __call__" in details


def test_an_error_before_there_is_a_generator_is_one_too(qtbot, job, listener):
    def work():
        raise UserError("No run is open.")

    job.start(work)
    finish(qtbot, job)
    assert listener.heard == [("failed", "No run is open.", ""), ("ended",)]


def test_after_a_failure_it_can_be_started(qtbot, job, listener):
    job.start(lambda: 1 / 0)
    finish(qtbot, job)
    listener.heard.clear()
    job.start(work_of(result="well"))
    finish(qtbot, job)
    assert listener.heard == [("returned", "well"), ("ended",)]


# Giving up


def test_after_cancel_nothing_is_heard_but_one_end(qtbot, job, listener):
    work = Slow("a", "b", then=("c",))
    begin(job, work)
    assert listener.heard == []  # they are on their way
    job.cancel()
    assert listener.heard == [("ended",)]
    assert not job.is_running
    job.cancel()
    work.go_on.set()
    finish(qtbot, job)
    assert listener.heard == [("ended",)]
    assert work.closed.is_set()


def test_a_failure_after_cancel_is_not_heard(qtbot, job, listener):
    work = Slow(error=UserError("Too late."))
    begin(job, work)
    job.cancel()
    work.go_on.set()
    finish(qtbot, job)
    assert listener.heard == [("ended",)]


@pytest.mark.parametrize("error", [None, UserError("Oh.")], ids=["result", "failure"])
def test_what_was_on_its_way_when_it_was_cancelled_is_not_heard(qtbot, job, listener, error):
    work = Slow(1, error=error)
    begin(job, work)
    work.go_on.set()
    (thread,) = threads_of(job)
    assert thread.wait(WAIT)
    assert job.is_running  # for all that anybody has heard
    job.cancel()
    finish(qtbot, job)
    assert listener.heard == [("ended",)]


def test_it_can_be_cancelled_by_whoever_hears_an_item(qtbot, job, listener):
    job.yielded.connect(lambda item: job.cancel() if item == 2 else None)
    job.start(work_of(*range(100), result="all"))
    finish(qtbot, job)
    assert listener.heard == [("yielded", 0), ("yielded", 1), ("yielded", 2), ("ended",)]


def test_cancelling_nothing_says_nothing(qtbot, job, listener):
    job.cancel()
    job.start(work_of())
    finish(qtbot, job)
    listener.heard.clear()
    job.cancel()
    assert listener.heard == []


# Another one


def test_starting_another_drops_the_first(qtbot, job, listener):
    first, second = Slow("old", then=("older",), result="oldest"), Slow("new", then=("newer",), result="newest")
    begin(job, first)
    begin(job, second)
    assert job.is_running
    assert ("ended",) in listener.heard  # the first one has, and nobody heard more of it
    assert set(listener.heard) == {("ended",)}
    listener.heard.clear()
    first.go_on.set()
    qtbot.waitUntil(lambda: len(threads_of(job)) == 1, timeout=WAIT)
    assert listener.heard == [("yielded", "new")]
    assert job.is_running
    assert first.closed.is_set()
    second.go_on.set()
    finish(qtbot, job)
    expected = [("yielded", "new"), ("yielded", "newer"), ("returned", "newest"), ("ended",)]
    assert listener.heard == expected


def test_a_first_one_that_outlives_the_second_is_not_heard_either(qtbot, job, listener):
    first = Slow("old", error=UserError("Old news."))
    begin(job, first)
    job.start(work_of("new", result="newest"))
    listener.heard.clear()
    qtbot.waitUntil(lambda: ("ended",) in listener.heard, timeout=WAIT)
    assert not job.is_running
    first.go_on.set()
    finish(qtbot, job)
    assert listener.heard == [("yielded", "new"), ("returned", "newest"), ("ended",)]


def test_of_many_in_quick_succession_the_last_is_heard(qtbot, job, listener):
    for n in range(30):
        job.start(work_of(n, n, result=n))
    finish(qtbot, job)
    said = [what for what in listener.heard if what != ("ended",)]
    assert said == [("yielded", 29), ("yielded", 29), ("returned", 29)]
    assert listener.heard[-1] == ("ended",)


def test_whoever_hears_the_result_can_start_the_next(qtbot, job, listener):
    job.returned.connect(lambda result: job.start(work_of(result=result + 1)) if result < 4 else None)
    job.start(work_of(result=0))
    finish(qtbot, job)
    assert [what[1] for what in listener.heard if what[0] == "returned"] == [0, 1, 2, 3, 4]
    assert listener.heard[-1] == ("ended",)


# The end


def test_close_waits_and_nothing_is_heard_afterwards(qtbot, job, listener):
    first, second = Slow("a"), Slow("b", result=1)
    begin(job, first)
    begin(job, second)
    listener.heard.clear()
    second.go_on.set()
    later = threading.Timer(0.05, first.go_on.set)
    later.start()
    job.close()
    later.join()
    assert first.closed.is_set()
    assert second.closed.is_set()
    assert all(thread.isFinished() for thread in threads_of(job))
    assert not job.is_running
    finish(qtbot, job)
    assert [what for what in listener.heard if what != ("ended",)] == []
    job.close()
    job.start(work_of(1))
    assert not job.is_running
    assert threads_of(job) == []


def test_closing_before_anything_ran_is_nothing(job, listener):
    job.close()
    assert listener.heard == []


def test_once_the_result_is_there_nothing_runs_although_the_thread_is_not_gone_yet(qtbot, job, listener):
    seen = []

    def on_returned(result):
        seen.append((job.is_running, bool(threads_of(job))))
        if result == "first":
            job.start(work_of(result="second"))

    job.returned.connect(on_returned)
    job.start(work_of(result="first"))
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=WAIT)
    finish(qtbot, job)
    assert seen == [(False, True), (False, True)]
    # What was started at once goes on, and the end is told when there is one.
    assert listener.heard == [("returned", "first"), ("returned", "second"), ("ended",)]
