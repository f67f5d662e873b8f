"""A mistake of the program, on whichever thread: one dialog with details to copy and without secrets, and the program goes on."""

from __future__ import annotations

import gc
import logging
import sys
import threading

import pytest
from PySide6.QtCore import qCritical, qWarning

from composer.domain.errors import RefusedError
from composer.logs import register_secret
from tests.ui.compose_home import home_with_incident
from tests.ui.real_window import real_window
from ui.errors import ErrorHook
from ui.jobs import JobRunner

pytestmark = [pytest.mark.logs_expected]


@pytest.fixture
def hook(qtbot):
    """A hook that hears, and gives everything back after the test."""
    made = ErrorHook()
    made.told = []  # type: ignore[attr-defined]
    made.crashed.connect(made.told.append)  # type: ignore[attr-defined]
    made.install()
    yield made
    made.remove()


def one(qtbot, hook):
    qtbot.waitUntil(lambda: bool(hook.told), timeout=10_000)
    (details,) = hook.told
    return details


def boom() -> None:
    raise ZeroDivisionError("boom")


def test_in_a_slot_on_the_main_thread(hook, qtbot):
    # pytest-qt hears slots itself and would fail the test, so the hook is called as PySide6 calls it.
    try:
        boom()
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: boom" in one(qtbot, hook)


def test_in_a_job(hook, qtbot):
    jobs = JobRunner()
    jobs.submit(boom, None, hook.tell)
    assert "in boom" in one(qtbot, hook)
    jobs.close()


def test_in_a_plain_thread(hook, qtbot):
    thread = threading.Thread(target=boom)
    thread.start()
    thread.join()
    assert "ZeroDivisionError: boom" in one(qtbot, hook)


def test_in_a_delivery_that_the_outbox_lived_through(hook, qtbot):
    try:
        boom()
    except ZeroDivisionError:
        logging.getLogger("incident_composer.outbox").exception("the delivery ended with a bug")
    assert "ZeroDivisionError: boom" in one(qtbot, hook)


@pytest.mark.qt_log_ignore("a critical one", "a warning")
def test_what_qt_calls_critical_is_told_and_a_warning_is_only_logged(hook, qtbot):
    qWarning("a warning")
    qCritical("a critical one")
    assert "a critical one" in one(qtbot, hook)


def test_in_a_clean_up(hook, qtbot):
    class Late:
        def __del__(self) -> None:
            boom()

    Late()
    gc.collect()
    assert "ZeroDivisionError: boom" in one(qtbot, hook)


def test_details_hold_no_secret(hook, qtbot):
    register_secret("hunter2-hunter2")
    hook.tell(RuntimeError("Bearer abc123def456 and hunter2-hunter2"))
    details = one(qtbot, hook)
    assert "hunter2" not in details
    assert "abc123def456" not in details
    assert "RuntimeError" in details


def test_an_expected_failure_is_a_sentence_and_no_dialog(hook, qtbot):
    said = []
    hook.sentence.connect(lambda *words: said.append(words))
    hook.tell(RefusedError("It can't be done.", next_step="Do another thing."))
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == [("It can't be done.", "Do another thing.")]
    assert hook.told == []


def test_everything_is_given_back(qtbot):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = ErrorHook()
    made.install()
    assert sys.excepthook is not before[0]
    made.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert made._from_log not in logging.getLogger("incident_composer").handlers


def test_the_real_window_tells_them_all_in_one_dialog_and_goes_on(tmp_path):
    home, _ = home_with_incident(tmp_path)
    bug = "(_ for _ in ()).throw(ZeroDivisionError({!r})).__next__"
    with real_window(home.root) as window:
        window.until("screen() == 'compose' and find('composeScreen').presenter.round is not None")
        slot = bug.format("in a slot, Bearer abc123def456")
        window.ask(f"later(lambda: {slot}())")
        window.until("dialogs() == ['crashDialog']")
        thread = bug.format("in a thread")
        window.ask(f"threading.Thread(target=lambda: {thread}()).start()")
        window.until("'in a thread' in text('crashDetailsEdit')")
        for line in ("record", "send"):
            call = bug.format(f"on the {line} line")
            window.ask(f"program().session.run(lambda core: {call}(), line={line!r})")
            window.until(f"'on the {line} line' in text('crashDetailsEdit')")
        assert window.ask("dialogs()") == ["crashDialog"]
        details = window.ask("text('crashDetailsEdit')")
        assert "in a slot" in details
        assert "abc123def456" not in details
        # It goes on: the window types, stores and closes as before.
        window.ask("click('goOnButton')")
        window.until("dialogs() == []")
        window.ask("find('composeScreen').presenter.set_field('summary', 'after the mistake')")
        window.until("'saved' in (text('footerDetail') or '')")
        assert window.close() == 0
        assert "Traceback" not in window.errors
    assert "ZeroDivisionError" in (home.logs / "incident-composer.log").read_text(encoding="utf-8")


def test_a_mistake_at_each_second_is_one_dialog_and_the_window_stays_usable(tmp_path):
    home, _ = home_with_incident(tmp_path)
    with real_window(home.root) as window:
        window.until("screen() == 'compose'")
        window.ask("made.append(QTimer())")
        bug = "(_ for _ in ()).throw(RuntimeError('again')).__next__"
        window.ask(f"made[1].timeout.connect(lambda: {bug}())")
        window.ask("made[1].start(20)")
        window.until("'More of them followed' in (text('crashDetailsEdit') or '')")
        assert window.ask("dialogs()") == ["crashDialog"]
        window.ask("made[1].stop()")
        window.ask("click('goOnButton')")
        window.until("dialogs() == []")
        assert window.close() == 0
