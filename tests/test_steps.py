import pytest

from vaegui.steps import at_share, counted, finish, part_of


class Work:
    """A generator of some shares that knows whether it was gone through, left, or failed."""

    def __init__(self, *shares, error=None):
        self.shares, self.error, self.is_closed, self.taken = shares, error, False, 0

    def __call__(self):
        try:
            for share in self.shares:
                self.taken += 1
                yield share
            if self.error:
                raise self.error
            return "result"
        finally:
            self.is_closed = True


def through(steps):
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            return shares, done.value


def test_finish_goes_through_all_steps_and_returns_what_comes_of_them():
    work = Work(0.1, 0.5, 1.0)
    assert finish(work()) == "result"
    assert work.taken == 3
    assert finish(Work()()) == "result"


def test_a_part_takes_its_share_of_the_whole():
    work = Work(0.0, 0.5, 1.0)
    shares, result = through(part_of(work(), 0.2, 0.4))
    assert shares == pytest.approx([0.2, 0.4, 0.6])
    assert result == "result"


def test_parts_of_parts_add_up():
    def whole():
        first = yield from part_of(Work(0.5, 1.0)(), 0.0, 0.25)
        second = yield from part_of(Work(0.5, 1.0)(), 0.25, 0.75)
        return first, second

    shares, result = through(part_of(whole(), 0.5, 0.5))
    assert shares == pytest.approx([0.5625, 0.625, 0.8125, 1.0])
    assert result == ("result", "result")


def test_steps_that_do_not_know_how_far_they_are_stay_at_one_share():
    work = Work("a", None, object())
    assert through(at_share(work(), 0.3)) == ([0.3, 0.3, 0.3], "result")


def test_steps_are_counted_and_never_more_than_all():
    assert through(counted(Work("a", None)(), 4)) == ([0.25, 0.5], "result")
    assert through(counted(Work(1, 2, 3)(), 2)) == ([0.5, 1.0, 1.0], "result")


WRAPPERS = [
    lambda steps: part_of(steps, 0.0, 1.0),
    lambda steps: at_share(steps, 0.5),
    lambda steps: counted(steps, 2),
]


@pytest.mark.parametrize("wrap", WRAPPERS, ids=["part_of", "at_share", "counted"])
def test_what_is_left_midway_is_closed_at_once(wrap):
    work = Work(0.1, 0.5, 1.0)
    inner = work()
    steps = wrap(inner)
    next(steps)
    assert not work.is_closed
    steps.close()
    assert work.is_closed
    assert work.taken == 1
    assert list(inner) == []


@pytest.mark.parametrize("wrap", [*WRAPPERS, finish], ids=["part_of", "at_share", "counted", "finish"])
def test_errors_come_through(wrap):
    work = Work(0.1, error=ValueError("what went wrong"))
    with pytest.raises(ValueError, match="what went wrong"):
        through(wrap(work()))
    assert work.is_closed


@pytest.mark.parametrize("wrap", WRAPPERS, ids=["part_of", "at_share", "counted"])
def test_nothing_happens_before_the_first_step_is_asked_for(wrap):
    work = Work(0.1)
    steps = wrap(work())
    assert work.taken == 0
    assert next(steps) in (0.1, 0.5)
    assert work.taken == 1
