"""Live rounds killed once at each labelled step for each service, and started again; and five bugs, each of which is caught."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from composer import crash_points
from composer.domain.delivery import DeliveryState
from tests.connections.secret_service import secret_service
from tests.kill import live_rounds
from tests.kill.live_processes import BUGS, VARIABLE
from tests.kill.processes import PROGRAM, Processes
from tests.vendors.server import Answer, Fault, loses_reply, refuses
from tests.vendors.slack import Slack

KILLED = -signal.SIGKILL
OUTBOX = ("publish.before_commit", "publish.committed", "outbox.claimed", "record.counted", "outbox.on_wire", "outbox.delivered", "outbox.settled")  # fmt: skip
HTTP = ("api.asking", "api.answered")
SMTP = ("smtp.asking", "smtp.answered")
# Of the requests that a first delivery makes, by number: those that matter are about the one that writes.
POINTS = {
    "slack": [
        *OUTBOX,
        *(f"{label}#{n}" for label in HTTP for n in (1, 2, 3, 5)),
        "outbox.on_wire#2",
        "outbox.settled#2",
    ],
    "statuspage": [*OUTBOX, *(f"{label}#{n}" for label in HTTP for n in (1, 3))],
    "smtp": [
        *OUTBOX,
        *(f"record.counted#{n}" for n in (2, 3, 4)),
        *(f"{label}#{n}" for label in SMTP for n in (1, 2)),
    ],
    "sendgrid": [*OUTBOX, *(f"{label}#1" for label in HTTP)],
    "pagerduty": [*OUTBOX, *(f"{label}#{n}" for label in HTTP for n in (1, 2))],
}
IN_DOUBT = {DeliveryState.SENT, DeliveryState.UNKNOWN}


@pytest.fixture(scope="module")
def ring() -> Iterator[dict[str, str]]:
    with secret_service() as environment, pytest.MonkeyPatch.context() as patch:
        live_rounds.keep_credentials(patch, environment)
        yield environment


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with Processes("tests.kill.live_processes") as one:
        yield one


@pytest.mark.timeout(400)
@pytest.mark.parametrize("vendor", POINTS)
def test_killed_at_each_step_nothing_is_lost_and_nothing_is_doubled(
    vendor: str, ring: dict[str, str], processes: Processes, tmp_path: Path
) -> None:
    wrong: list[str] = []
    for point in POINTS[vendor]:
        with live_rounds.services() as there:
            folder = tmp_path / point.replace("#", "-")
            home = live_rounds.made_home(folder, there)
            command = live_rounds.publish(home, live_rounds.publish_file(folder, vendor))
            said = folder / "said.txt"
            status = processes.run(command, said, {**ring, crash_points.VARIABLE: point})
            assert status == KILLED, f"{point} was never passed: {said.read_text()}"
            for _ in range(
                2 if point == POINTS[vendor][-1] else 1
            ):  # the second restart changes nothing more
                processes.run(
                    command if point == "publish.before_commit" else live_rounds.resume(home), said, ring
                )
            wrong += [f"{point}: {text}" for text in live_rounds.violations(home, there)]
            states = {one.state for one in live_rounds.stored(home)}
            if not states <= IN_DOUBT:
                wrong.append(f"{point}: {states}, {said.read_text()}")
    assert wrong == []


def sown(
    bug: str | None,
    ring: dict[str, str],
    processes: Processes,
    folder: Path,
    *,
    kill: str | None = None,
    then: int = 1,
) -> list[str]:
    """What of the invariants a Slack round breaks with that bug: its first answer lost, paused for, pointed elsewhere, or the program killed."""
    with live_rounds.services() as there, Slack() as elsewhere:
        home = live_rounds.made_home(folder, there)
        channel = there.slack.channel("incidents")
        file = live_rounds.publish_file(folder, "slack")
        file.write_text(
            file.read_text().replace('"severity"', f'"slack_channel": "{channel.id}", "severity"')
        )
        elsewhere.channels[channel.id] = channel
        match bug or folder.name:
            case "retry_on_read_timeout":
                there.slack.fail("POST", "chat.postMessage", loses_reply())
            case "follow_redirects":
                target = f"{elsewhere.url}/api/chat.postMessage"
                there.slack.fail("POST", "chat.postMessage", refuses(307, Location=target))
            case "render_again_on_retry":
                there.slack.fail("POST", "chat.postMessage", refuses(429, Retry_After="1"))
        environment = {**ring, **({VARIABLE: bug} if bug else {})}
        killing = {**environment, **({crash_points.VARIABLE: kill} if kill else {})}
        said = folder / "said.txt"
        processes.run(live_rounds.publish(home, file), said, killing)
        for _ in range(then):
            processes.run(live_rounds.resume(home), said, environment)
        leaked = ["a request went to another host"] if elsewhere.seen else []
        return live_rounds.violations(home, there) + leaked


KILL_AT = {"requeue_sending": "api.answered", "commit_after_send": "api.answered"}


@pytest.mark.parametrize("bug", BUGS)
def test_a_seeded_bug_is_caught(bug: str, ring: dict[str, str], processes: Processes, tmp_path: Path) -> None:
    without = tmp_path / "without" / bug
    without.mkdir(parents=True)
    assert sown(None, ring, processes, without, kill=KILL_AT.get(bug)) == []
    withit = tmp_path / "with" / bug
    withit.mkdir(parents=True)
    assert sown(bug, ring, processes, withit, kill=KILL_AT.get(bug)) != []


@pytest.mark.sweep
@pytest.mark.parametrize("vendor", ["slack", "page", "pagerduty"])
def test_17_asleep_while_the_service_answers_it_goes_on_and_sends_nothing_again(
    vendor: str, ring: dict[str, str], tmp_path: Path
) -> None:
    awake = threading.Event()

    def answers_late(handler: Any, answer: Answer) -> None:
        awake.wait(30)
        handler.answer(answer)

    with live_rounds.services() as there:
        home = live_rounds.made_home(tmp_path, there)
        path = {"slack": "chat.postMessage", "page": "incidents", "pagerduty": "status_updates"}[vendor]
        service = getattr(there, vendor)
        service.fail("POST", path, Fault(True, answers_late))
        file = live_rounds.publish_file(tmp_path, "slack", "statuspage", "pagerduty")
        command = [str(PROGRAM), *live_rounds.publish(home, file)]
        with subprocess.Popen(command, env={**os.environ, **ring}, stdout=subprocess.DEVNULL) as program:
            end = time.monotonic() + 30
            while not service.requests("POST", path):
                assert time.monotonic() < end
                time.sleep(0.02)
            program.send_signal(signal.SIGSTOP)
            awake.set()
            time.sleep(1.5)
            program.send_signal(signal.SIGCONT)
            assert program.wait(60) == 0
        assert {one.state for one in live_rounds.stored(home)} == {DeliveryState.SENT}
        assert live_rounds.violations(home, there) == []


EVERYTHING = ("slack", "statuspage", "smtp", "sendgrid", "pagerduty")


@pytest.mark.sweep
def test_a_whole_round_killed_at_each_pass_of_each_step_and_again_while_it_recovers(
    processes: Processes, tmp_path: Path
) -> None:
    """The whole loop; its figures are printed."""
    chance, kills, wrong = random.Random(4711), 0, list[str]()
    labels = (*OUTBOX, "outbox.before_amend", "outbox.amended", *HTTP, *SMTP)
    began = time.monotonic()
    for label in labels:
        # A new keyring each: after some hundred clients that were killed, gnome-keyring itself breaks down.
        with secret_service() as ring, pytest.MonkeyPatch.context() as patch:
            live_rounds.keep_credentials(patch, ring)
            for number, again in itertools.product(range(1, 60), (None, *chance.sample(labels, 4))):
                with live_rounds.services() as there:
                    folder = tmp_path / f"{label}-{number}-{again}"
                    home = live_rounds.made_home(folder, there)
                    command = live_rounds.publish(home, live_rounds.publish_file(folder, *EVERYTHING))
                    said = folder / "said.txt"
                    point = f"{label}#{number}"
                    if processes.run(command, said, {**ring, crash_points.VARIABLE: point}) != KILLED:
                        break
                    kills += 1
                    go_on = command if label == "publish.before_commit" else live_rounds.resume(home)
                    if again is not None:
                        kills += processes.run(go_on, said, {**ring, crash_points.VARIABLE: again}) == KILLED
                        go_on = live_rounds.publish(home, folder / "publish.json")
                    processes.run(go_on, said, ring)
                    processes.run(live_rounds.resume(home), said, ring)
                    wrong += [f"{point}, {again}: {text}" for text in live_rounds.violations(home, there)]
                shutil.rmtree(folder)
    print(f"\n{kills} kills of a live round, each restarted: {time.monotonic() - began:.0f} s")
    assert wrong == []
    assert kills >= 300
