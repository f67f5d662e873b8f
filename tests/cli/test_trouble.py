"""Trouble around the program: a full disk, a held or broken record, a home that may not be written, Ctrl+C, a closed pipe."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from composer import crash_points
from composer.cli.main import main
from tests.as_ordinary_user import run_as_ordinary_user
from tests.cli.command import LONG_AGO, PROGRAM, Home, declaration, in_own_process

OLD = {"impact_started_at": LONG_AGO}


def content(**more):
    return declaration(incident=OLD | more.pop("incident", {}), publish_id="once", **more)


def said(answer, *words, status):
    """Sentences on standard error, no traceback, and that exit status."""
    assert answer.status == status, answer.out + answer.err
    assert "Traceback" not in answer.err
    assert "Error:" not in answer.err
    for line in answer.err.splitlines():
        assert line.startswith(("incident-composer: ", "Taken back")), answer.err
    for word in words:
        assert word in answer.err + answer.out, answer.err
    return answer


def start(home: Home, *arguments: str, **options) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [*PROGRAM, "--home", str(home.root), *arguments]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, **options)


# --- the disk --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [0, 4_000, 100_000, 200_000])
def test_a_full_disk_is_said_and_the_rerun_finishes_exactly_once(home, limit):
    file = home.write(content())

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    answer = home.start("publish", str(file), "--json", preexec_fn=full)
    assert "Traceback" not in answer.err, answer.err
    assert answer.status in (0, 1, 3)
    if answer.status == 1:
        said(answer, status=1)
        assert answer.err
        assert answer.out == ""
    if answer.status == 3:
        assert {one["state"] for one in answer.json["deliveries"]} != {"sent"}
        assert any(one["error"] or one["state"] in ("queued", "waiting") for one in answer.json["deliveries"])
    again = home.run("publish", str(file), "--json")
    for one in again.json["deliveries"] if again.out else ():
        if one["state"] in ("failed", "stale"):
            pytest.fail(f"{one}: a full disk is no reason to give up for good")
    deadline = time.monotonic() + 20
    while again.status == 3 and time.monotonic() < deadline:
        again = home.run("publish", str(file), "--json")
    assert again.status == 0, again.out + again.err
    assert [line["type"] for line in home.slack()] == ["channel_created", "message", "message_changed"]
    assert len(home.page()[0]["incident_updates"]) == 1
    assert home.run("verify").status == 0


# --- the record ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def used_template(tmp_path_factory):
    """A home with one incident, made once."""
    home = Home(tmp_path_factory.mktemp("used") / "home")
    assert home.publish(content() | {"publish_id": "first"}).status == 0
    return home


@pytest.fixture
def copied(used_template, tmp_path):
    """A home of its own with one incident in it."""
    shutil.copytree(used_template.root, tmp_path / "home")
    return Home(tmp_path / "home")


def test_another_program_that_writes_is_waited_for(copied):
    record = copied.practice / "record.db"
    with closing(sqlite3.connect(record, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(2, lambda: other.execute("ROLLBACK")).start()
        began = time.monotonic()
        answer = copied.start("publish", str(copied.write(content())), "--json")
        assert time.monotonic() - began > 1
    said(answer, status=0)


def test_one_that_holds_it_too_long_is_said(copied):
    record = copied.practice / "record.db"
    file = copied.write(content())
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = said(copied.start("publish", str(file), "--json"), status=1)
        assert answer.out == ""
        assert copied.start("history", "consumer").status == 0, "reading goes on"
        other.execute("ROLLBACK")
    assert copied.run("publish", str(file), "--json").status == 0


BROKEN = {
    "text": lambda data: b"This is my shopping list.\n" * 200,
    "cut": lambda data: data[: len(data) // 2],
    "short": lambda data: data[:50],
    "scribbled": lambda data: data[:4096] + b"\xa5" * (len(data) - 4096),
    "header": lambda data: b"\0" * 100 + data[100:],
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_damaged_record_is_said_by_every_command(copied, how):
    record = copied.practice / "record.db"
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for log in copied.practice.glob("record.db-*"):
        log.unlink()
    broken = BROKEN[how](record.read_bytes())
    record.write_bytes(broken)
    transcript = (copied.practice / "slack.jsonl").read_bytes()
    file = copied.write(content())
    for command, status in (
        (["publish", str(file)], 1),
        (["history", "consumer"], 1),
        (["verify"], 3),
        (["deliveries"], 1),
        (["rehearse"], 1),
    ):
        answer = copied.run(*command)
        assert answer.status == status, (command, answer)
        assert "record" in (answer.err + answer.out)
        assert "Traceback" not in answer.err
    if how == "text":
        assert record.read_bytes() == broken
    assert (copied.practice / "slack.jsonl").read_bytes() == transcript, "nothing was sent"


def test_an_altered_message_is_found_by_verify(copied):
    with closing(sqlite3.connect(copied.practice / "record.db")) as connection:
        connection.execute("UPDATE messages SET text = replace(text, 'P1', 'P2')")
        connection.commit()
    answer = copied.run("verify")
    assert (answer.status, answer.err) == (3, "")
    assert "slack_declaration" in answer.out or "msg-" in answer.out


def test_the_record_of_a_newer_program_is_left_as_it_is(copied):
    record = copied.practice / "record.db"
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = record.read_bytes()
    file = copied.write(content())
    for command in (
        ["publish", str(file)],
        ["history", "x"],
        ["verify"],
        ["rehearse"],
        ["deliveries", "--resume"],
    ):
        answer = copied.run(*command)
        assert answer.status == 1, (command, answer)
        assert "newer" in answer.err
        assert answer.out == ""
    assert record.read_bytes() == before


def test_a_folder_in_the_place_of_the_record(home):
    (home.practice / "record.db").mkdir(parents=True)
    said(home.run("history", "x"), "it is a folder", status=1)


# --- permissions -----------------------------------------------------------------------------------------------


def ordinary(home: Home, *arguments: str):
    done = run_as_ordinary_user([*PROGRAM, "--home", str(home.root), *arguments])
    return type(home.run("--version"))(done.returncode, done.stdout, done.stderr)


def test_a_home_that_may_not_be_written(home):
    home.root.mkdir()
    home.root.chmod(0o500)
    try:
        said(ordinary(home, "rehearse"), "--home", status=1)
    finally:
        home.root.chmod(0o700)
    assert list(home.root.iterdir()) == []


@pytest.mark.parametrize("name", ["practice", "practice/record.db"])
def test_a_part_of_the_home_that_may_not_be_written(copied, name):
    path = copied.root / name
    mode = path.stat().st_mode
    path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        said(ordinary(copied, "publish", str(copied.write(content()))), str(path), status=1)
    finally:
        path.chmod(mode)


@pytest.mark.parametrize("name", ["practice/slack.jsonl", "practice/status-page", "practice/mail"])
def test_a_destination_that_may_not_be_written_fails_alone(copied, name):
    path = copied.root / name
    mode = path.stat().st_mode
    path.chmod(0o500 if path.is_dir() else 0o400)
    fields = {"executive_summary": "x", "users_affected": "1", "data_impact": "no"}
    fields |= {"current_actions": "x", "next_update": "soon"}
    file = copied.write(content(incident={"severity": "P0"}, fields=fields))
    try:
        answer = ordinary(copied, "publish", str(file), "--json")
    finally:
        path.chmod(mode)
    assert "Traceback" not in answer.err
    if answer.status == 1:  # the home itself is looked at first
        assert str(path) in answer.err
        return
    assert answer.status == 3
    states = {one["channel"]: one["state"] for one in answer.json["deliveries"]}
    hurt = "slack" if "slack" in name else "status_page" if "page" in name else "executive"
    assert states.pop(hurt) != "sent"
    assert set(states.values()) == {"sent"}
    assert any(one["error"] for one in answer.json["deliveries"] if one["channel"] == hurt)


@pytest.mark.parametrize("name", ["plan.toml", "settings.toml"])
def test_a_file_of_the_home_that_may_not_be_read(copied, name):
    (copied.root / name).write_text("x = 1", encoding="utf-8")
    (copied.root / name).chmod(0)
    answer = said(ordinary(copied, "history", "consumer"), name, status=0)
    assert "slack_declaration" in answer.out
    if name == "plan.toml":
        said(ordinary(copied, "plan", "check"), name, status=3)


# --- Ctrl+C ----------------------------------------------------------------------------------------------------


def wait_for_held(home: Home) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if (home.practice / "record.db").exists():
            listed = home.run("deliveries", "--json")
            if listed.out and any(one["state"] == "held" for one in listed.json["deliveries"]):
                return
        time.sleep(0.05)
    pytest.fail("nothing was held")


def test_ctrl_c_during_the_hold_takes_the_whole_round_back(home):
    file = home.write(content(hold_s=30))
    with start(home, "publish", str(file), "--json") as process:
        wait_for_held(home)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert err.decode() == "Taken back: nothing was sent.\n"
    answer = json.loads(out)
    assert {one["state"] for one in answer["deliveries"]} == {"cancelled"}
    assert home.slack() == []
    assert home.page() == []
    assert home.run("deliveries").status == 0
    assert home.run("verify").status == 0


@pytest.mark.parametrize("point", ["publish.before_commit", "publish.committed"])
def test_ctrl_c_while_the_round_is_stored_takes_it_back_too(home, monkeypatch, capsys, point):
    """It comes in the midst of storing: whether there is a round to be taken back is known only after it."""
    reached = []

    def interrupt(label: str) -> None:
        if label == point:
            reached.append(label)
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(crash_points, "reach", interrupt)
    file = home.write(content(hold_s=30))
    assert main(["--home", str(home.root), "publish", str(file)]) == 3
    assert reached == [point]
    assert capsys.readouterr().err == "Taken back: nothing was sent.\n"
    assert {one["state"] for one in home.deliveries()} == {"cancelled"}
    assert home.slack() == []


def test_ctrl_c_takes_back_no_round_of_somebody_else(home):
    mine, theirs = home.root.parent / "mine.json", home.root.parent / "theirs.json"
    mine.write_text(json.dumps(content(hold_s=30)))
    theirs.write_text(json.dumps(content(hold_s=30, incident={"title": "Another one"}) | {"publish_id": "b"}))
    with start(home, "publish", str(theirs), "--json") as other:
        wait_for_held(home)
        with start(home, "publish", str(mine), "--json") as process:
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and len(home.deliveries()) < 6:
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
        assert process.returncode == 3
        states = [one["state"] for one in home.deliveries()]
        assert sorted(set(states)) == ["cancelled", "held"]
        assert states.count("held") == 3
        other.send_signal(signal.SIGINT)
        other.communicate(timeout=20)
        assert other.returncode == 3


def test_ctrl_c_after_the_hold_leaves_what_is_stored_to_be_gone_on_with(copied):
    """The record is held by somebody else, so the round can neither leave nor be taken back."""
    file = copied.write(content(hold_s=600))
    with start(copied, "publish", str(file), "--json") as process:
        wait_for_held(copied)
        with closing(sqlite3.connect(copied.practice / "record.db")) as connection:
            connection.execute("BEGIN IMMEDIATE")
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
    assert process.returncode == 3
    assert err.decode().splitlines()[-1].startswith("incident-composer: Stopped. What was stored goes on")
    assert "Traceback" not in err.decode()
    assert [one["state"] for one in copied.deliveries()].count("held") == 3


def test_a_hold_that_nobody_ends_ends_by_itself(home):
    answer = home.start("publish", str(home.write(content(hold_s=1))), "--json")
    assert (answer.status, answer.err) == (0, "")
    assert set(answer.states().values()) == {"sent"}


def test_a_long_hold_is_sat_out(home, clock):
    answer = home.publish(content(hold_s=600))
    assert answer.status == 0
    assert set(answer.states().values()) == {"sent"}


@pytest.mark.parametrize("entry", ["composer.cli.main", "ui.__main__"])
@pytest.mark.parametrize("at", ["signal", "argparse", "composer.domain.errors", "sqlalchemy"])
def test_ctrl_c_while_the_program_starts_ends_it_without_a_word(home, entry, at):
    """Each of these is imported on the way to the command, or by it."""
    pressed = f"""
import builtins, os, sys
import {entry} as entry
for name in [name for name in sys.modules if name.partition(".")[0] == {at!r}]:
    del sys.modules[name]
plain = builtins.__import__
def pressing(name, *arguments):
    if name == {at!r}:
        os.kill(os.getpid(), 2)
    return plain(name, *arguments)
builtins.__import__ = pressing
sys.argv[1:] = ["--home", {str(home.root)!r}, "deliveries"]
entry.run()
"""
    ended = subprocess.run([sys.executable, "-c", pressed], capture_output=True, timeout=60, check=False)
    assert (ended.stdout, ended.stderr) == (b"", b"")
    assert ended.returncode in (-signal.SIGINT, 130)  # a shell tells both as 130
    assert not (home.practice / "record.db").exists()


def wait_until_it_waits(pid: int) -> None:
    """Until a process has nothing to do: it sleeps, and has used no time in three looks. However busy the computer is."""
    seen: list[tuple[str, str, str]] = []
    while len(seen) < 3 or len(set(seen[-3:])) > 1 or seen[-1][0] != "S":
        time.sleep(0.2)
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        seen.append((fields[0], fields[11], fields[12]))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_ctrl_c_while_standard_input_is_read(home):
    with start(home, "publish", "-") as process:
        wait_until_it_waits(process.pid)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 3
    assert err.decode().startswith("incident-composer: Stopped.")
    assert "Traceback" not in err.decode()


# --- where the output goes -------------------------------------------------------------------------------------


def shell(home: Home, line: str) -> tuple[int, str]:
    program = " ".join([sys.executable, "-m", "composer", "--home", f"'{home.root}'"])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('PROGRAM', program)}"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.decode()


def test_a_reader_that_stops_early_is_no_accident(copied):
    assert shell(copied, "PROGRAM history '' --json | true") == (1, "")
    assert shell(copied, "PROGRAM history '' --json | head -1 >/dev/null")[1] == ""


def test_an_output_that_takes_nothing(copied):
    status, err = shell(copied, "PROGRAM history consumer >/dev/full")
    assert status == 1
    assert err == (
        "incident-composer: What was asked for is done, but the result can't be printed: No space left on device.\n"
    )
    assert shell(copied, "PROGRAM history consumer >&-") == (0, "")
    assert shell(copied, "PROGRAM publish /nope 2>/dev/full")[0] == 2


def test_results_are_utf_8_in_every_locale(copied):
    environment = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    assert "→" in copied.start("deliveries", env=environment).out


# --- the rest of the contract -------------------------------------------------------------------------------------


def test_version_and_help_answer_without_a_home(home):
    version = home.run("--version")
    assert (version.status, version.err) == (0, "")
    assert version.out.startswith("incident-composer ")
    for command in ([], ["publish"], ["rehearse"], ["export"], ["connections"]):
        assert home.run(*command, "--help").status == 0
    assert not home.root.exists()


def test_without_a_command_one_line_names_the_rehearsal(home):
    answer = home.start()
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert "incident-composer rehearse" in answer.err


def test_debug_tells_what_the_program_does_and_no_secret(home):
    token = "-".join(("xoxb", "1234567890", "abcdefghij"))
    leaks = content(fields={"impact": f"token {token}"})
    answer = home.start("--debug", "publish", str(home.write(leaks)), "--dry-run")
    assert answer.status == 4, "it does not leave at all"
    assert token not in answer.out + answer.err
    passes = leaks | {"override": {"leak_slack_token": "revoked, and everybody has to know it"}}
    answer = home.start("--debug", "publish", str(home.write(passes)), "--dry-run")
    assert answer.status == 0, "a person lets it pass, for a reason"
    assert token not in answer.out + answer.err
    assert "[secret]" in answer.out
    assert not [path for path in (home.root / "logs").glob("*") if token in path.read_text()]


@pytest.mark.logs_expected
def test_a_mistake_of_the_program_is_one_sentence_and_stands_in_the_log(home, monkeypatch):
    monkeypatch.setattr("composer.cli.history.print_line", lambda text="": 1 / 0)
    answer = said(home.run("history", "x"), "--debug", status=1)
    assert len(answer.err.splitlines()) == 1
    logs = "".join(path.read_text() for path in (home.root / "logs").iterdir())
    assert "ZeroDivisionError" in logs
    assert "ZeroDivisionError" in home.run("--debug", "history", "x").err


def test_the_home_may_be_named_in_the_environment_or_after_the_command(home):
    environment = {"INCIDENT_COMPOSER_HOME": str(home.root)}
    assert in_own_process("history", "x", env=environment).out == "No message holds these words.\n"
    assert Path(home.practice / "record.db").exists()
    other = home.root.parent / "other"
    answer = in_own_process("history", "x", "--home", str(other), env=environment)
    assert answer.status == 0
    assert (other / "practice" / "record.db").exists()


def test_files_of_the_home_are_their_owner_s_alone(copied):
    for path in (
        copied.root,
        copied.practice,
        copied.practice / "record.db",
        copied.practice / "slack.jsonl",
    ):
        assert os.stat(path).st_mode & 0o077 == 0, path  # noqa: PTH116


def test_lists_for_people_when_there_is_nothing(home):
    assert home.run("deliveries").out == "There are no deliveries yet.\n"
    assert home.run("deliveries", "--json").json == {"deliveries": []}
    assert home.run("history", "x", "--json").json == {"messages": []}
    assert home.run("deliveries", "--resume").status == 0


def test_lists_for_people(copied):
    listed = copied.run("deliveries").out.splitlines()
    assert len(listed) == 3
    assert "create the Slack channel" in listed[0]
    found = copied.run("history", "consumer").out
    assert "slack_declaration" in found
    assert "[consumer]" in found


def test_a_delivery_that_waits_is_told_by_the_exit_status(copied):
    with closing(sqlite3.connect(copied.practice / "record.db")) as connection:
        connection.execute(
            "UPDATE deliveries SET state = 'failed', error = 'no luck' WHERE template IS NOT NULL"
        )
        connection.commit()
    answer = copied.run("deliveries")
    assert answer.status == 3
    assert "(no luck)" in answer.out


@pytest.mark.parametrize("column", ["severity", "phase"])
def test_a_plan_that_lost_what_an_open_incident_stands_on(home, clock, tmp_path, column):
    """As under a plan of one's own that was taken away since: a sentence with the next step, and what is stored stays in reach."""
    incident_id = home.publish(declaration()).json["incident_id"]
    _lost(home, column)
    update = {"incident": {"id": incident_id}, "phase": "identified", "fields": {"brief_description": "x"}}
    for answer in (
        home.publish(update),
        home.publish(update, "--dry-run"),
        *(home.run("export", incident_id, "--format", one, "--to", str(tmp_path)) for one in ("json", "md")),
    ):
        said(
            answer, "The open incident", "“gone”", "plan.toml", "Put the plan of this incident back", status=2
        )
        assert answer.out == ""
    assert {one["state"] for one in home.deliveries()} == {"sent"}
    assert home.run("deliveries", "--resume").status == 0
    assert home.publish(declaration(incident={"title": "Another"})).status == 0


def test_the_post_mortem_of_an_incident_whose_severity_the_plan_lost(home, clock, tmp_path):
    incident_id = home.publish(declaration()).json["incident_id"]
    home.publish({"incident": {"id": incident_id}, "phase": "resolved", "impact_ended_at": "2026-11-23T14:00:00Z",
                  "fields": {"affected_service": "Payments", "data_impact": "no"}, "messages": ["status_resolved"],
                  "override": {"channels_apart": "Slack was told"}})  # fmt: skip
    for column in ("severity", "peak_severity", "phase", "components"):
        _lost(home, column, '{"gone":"operational"}' if column == "components" else "gone")
    answer = home.run("export", incident_id, "--format", "md,json", "--to", str(tmp_path))
    assert answer.status == 0, answer.err
    assert "| Severity           | gone |" in (tmp_path / f"{incident_id}-postmortem.md").read_text("utf-8")
    record = (tmp_path / f"{incident_id}.md").read_text("utf-8")
    for row in (
        "| Severity | gone |",
        "| Phase | gone |",
        "| gone | Operational |",
        "Hold post-mortem meeting",
    ):
        assert row in record, record


def _lost(home: Home, column: str, word: str = "gone") -> None:
    with closing(sqlite3.connect(home.practice / "record.db")) as record:
        record.execute(f"UPDATE incidents SET {column} = ?", [word])
        record.commit()
