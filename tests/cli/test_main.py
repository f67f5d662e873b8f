"""The edges of the command line that can be reached without a process of their own."""

import contextlib
import io
import json
import os
import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing
from importlib.util import find_spec

import pytest

from composer.cli import output
from composer.cli.arguments import COMMANDS
from composer.cli.main import main, parse, run
from composer.domain.delivery import DeliveryState
from composer.domain.errors import RecordBusyError
from composer.publishing.outbox import Outbox
from tests.cli.command import LONG_AGO, Home, declaration, in_process


def old(**more):
    return declaration(incident={"impact_started_at": LONG_AGO}, **more)


def test_without_a_command():
    answer = in_process()
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        "incident-composer: No command was given, and this way in opens no window. To see a whole incident in practice, "
        "run: incident-composer rehearse\n"
    )


def test_the_installed_program_ends_with_its_status(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["incident-composer", "connections", "list"])
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 0
    assert "There are no connections" in capsys.readouterr().out


def test_standard_input_is_read_as_bytes(home, monkeypatch):
    text = io.TextIOWrapper(io.BytesIO(json.dumps(old()).encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", text)
    assert home.run("publish", "-").status == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{")))
    answer = home.run("publish", "-")
    assert answer.status == 2
    assert "standard input line 1" in answer.err


class Full(io.StringIO):
    """An output that takes nothing."""

    def __init__(self, trouble):
        super().__init__()
        self.trouble = trouble

    def write(self, text):
        raise self.trouble


def test_an_output_that_takes_nothing(home, capsys):
    with contextlib.redirect_stdout(Full(OSError(28, "No space left on device"))):
        assert main(["--home", str(home.root), "history", "x"]) == 1
    assert "can't be printed: No space left on device." in capsys.readouterr().err
    with contextlib.redirect_stdout(Full(BrokenPipeError())):
        assert main(["--home", str(home.root), "history", "x"]) == 1
    assert capsys.readouterr().err == ""
    with contextlib.redirect_stderr(Full(OSError(5, "gone"))):
        assert main(["--home", str(home.root), "export", "x", "--format", "md", "--to", "x"]) == 2


def test_an_output_that_is_not_there(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    output.flush()
    output.leave_output()
    output.print_line("nobody reads this")


def test_an_output_that_is_left_goes_nowhere(tmp_path, monkeypatch):
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        output.leave_output()
        print("nobody reads this", flush=True)
        monkeypatch.undo()
    assert (tmp_path / "out").read_text() == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain → text\twith a tab", "plain → text\twith a tab"),
        ("李　明 5\N{NO-BREAK SPACE}% 👩‍👩‍👧", "李　明 5\N{NO-BREAK SPACE}% 👩‍👩‍👧"),
        ("a\x1b[2Jb\nc", "a\\x1b[2Jb\\nc"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "a\\u202eb"),
        ("a\ud800b", "a\\ud800b"),
    ],
)
def test_only_what_a_terminal_would_obey_is_shown_as_an_escape(capsys, text, shown):
    output.print_line(text)
    output.tell(text)
    assert capsys.readouterr() == (shown + "\n", shown + "\n")


def test_ctrl_c_outside_a_hold(home, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("composer.cli.history.Services", interrupted)
    answer = home.run("history", "x")
    assert answer.status == 3
    assert answer.err.startswith("incident-composer: Stopped.")


def interrupt_once_held(home: Home) -> threading.Thread:
    """A thread that sends this process a SIGINT as soon as a round of that home is held."""

    def work():
        record = home.practice / "record.db"
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(record)) as connection:
                if connection.execute("SELECT 1 FROM deliveries WHERE state = 'held'").fetchone():
                    time.sleep(0.4)
                    os.kill(os.getpid(), signal.SIGINT)
                    return
            time.sleep(0.05)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_ctrl_c_during_a_hold_takes_the_round_back(home):
    assert home.run("history", "x").status == 0  # the record is there
    thread = interrupt_once_held(home)
    answer = home.publish(old(hold_s=15))
    thread.join()
    assert answer.status == 3
    assert answer.err == "Taken back: nothing was sent.\n"
    assert set(answer.states().values()) == {DeliveryState.CANCELLED.value}
    assert home.slack() == []


@pytest.mark.parametrize("busy", [False, True])
def test_ctrl_c_that_comes_too_late_stops_the_command(home, monkeypatch, busy):
    def take_back(*_):
        if busy:
            raise RecordBusyError("Another program holds the record.")
        return False

    monkeypatch.setattr(Outbox, "take_back", take_back)
    assert home.run("history", "x").status == 0
    thread = interrupt_once_held(home)
    answer = home.publish(old(hold_s=15))
    thread.join()
    assert answer.status == 3
    assert answer.err.splitlines()[-1].startswith("incident-composer: Stopped.")
    assert answer.err.startswith("Another program holds" if busy else "incident-composer: Stopped.")
    assert [one["state"] for one in home.deliveries()] == ["held"] * 3


def test_what_some_recipients_refused_is_told_by_the_exit_status(home):
    fields = {"executive_summary": "x", "users_affected": "1", "data_impact": "no"}
    fields |= {"current_actions": "x", "next_update": "soon"}
    content = old(fields=fields, publish_id="k")
    content["incident"]["severity"] = "P0"
    assert home.publish(content).status == 0
    with closing(sqlite3.connect(home.practice / "record.db")) as connection:
        connection.execute("UPDATE recipients SET state = 'refused' WHERE ordinal = 0")
        connection.commit()
    again = home.publish(content)
    assert again.status == 3
    mail = next(one for one in again.json["deliveries"] if one["channel"] == "executive")
    assert mail["recipients"] == {"accepted": 1, "refused": 1, "unknown": 0, "pending": 0}
    listed = home.run("deliveries")
    assert listed.status == 3
    assert "1 of 2 recipients" in listed.out


def test_a_dry_run_of_a_publish_that_is_under_way_shows_what_is_left(home, monkeypatch):
    fields = {"executive_summary": "x", "users_affected": "1", "data_impact": "no"}
    fields |= {"current_actions": "x", "next_update": "soon"}
    content = old(fields=fields, publish_id="k")
    content["incident"]["severity"] = "P0"
    monkeypatch.setattr(Outbox, "carry_out", lambda *_, **__: None)
    first = home.publish(content)
    assert (first.status, set(first.states().values())) == (3, {"queued"})
    left = home.publish(content, "--dry-run").json["requests"]
    assert [one["template"] for one in left].count("executive_notification") == 2
    assert len({(one["template"], one["destination"]) for one in left}) == len(first.json["deliveries"])
    assert first.json["deliveries"][0]["id"] in left[0]["content"]


def test_verify_tells_each_fault(home):
    assert home.publish(old()).status == 0
    with closing(sqlite3.connect(home.practice / "record.db")) as connection:
        connection.execute("UPDATE messages SET text = 'something else'")
        connection.commit()
    answer = home.run("verify")
    assert answer.status == 3
    assert len(answer.out.splitlines()) >= 2


def test_a_find_by_its_title_alone_is_marked_there_and_shows_its_text(home, clock):
    home.publish(declaration(incident={"title": "Zebra crossing"}, messages=["status_investigating"]))
    first, text = home.run("history", "zebra").out.splitlines()
    assert first.endswith("status_investigating  [Zebra] crossing")
    assert text.startswith("    DRILL · We are currently investigating")
    (found,) = home.run("history", "zebra", "--json").json["messages"]
    assert found["title"] == "Zebra crossing"
    assert found["text"].startswith(found["snippet"].rstrip("…"))


def test_each_command_has_a_file_for_what_it_takes_and_one_that_carries_it_out() -> None:
    for name in COMMANDS:
        module = name.replace("-", "_")
        assert find_spec(f"composer.cli.arguments.{module}"), name
        assert find_spec(f"composer.cli.{module}"), name


def test_a_word_that_is_a_commands_name_too_changes_nothing() -> None:
    options = parse(["history", "publish", "--live"])
    assert (options.command, options.query, options.live) == ("history", "publish", True)
