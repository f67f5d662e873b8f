"""Two programs with the same home send at once (a window and a command, say), and one of them stops, or is killed (sweep)."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from composer import crash_points
from composer.domain.delivery import DeliveryState
from tests.connections.secret_service import secret_service
from tests.kill import live_rounds
from tests.kill.processes import PROGRAM, Processes
from tests.vendors.server import Answer, Fault

KILLED = -signal.SIGKILL
LABELS = ("outbox.claimed", "outbox.on_wire", "outbox.delivered", "outbox.settled", "api.asking", "api.answered", "smtp.asking", "smtp.answered")  # fmt: skip
EVERYTHING = ("slack", "statuspage", "smtp", "sendgrid", "pagerduty")
IN_DOUBT = {DeliveryState.SENT, DeliveryState.UNKNOWN}
WRITES = {"slack": "chat.postMessage", "page": "incidents", "sendgrid": "send", "pagerduty": "status_updates"}


@pytest.fixture
def ring() -> Iterator[dict[str, str]]:
    with secret_service() as environment, pytest.MonkeyPatch.context() as patch:
        live_rounds.keep_credentials(patch, environment)
        yield environment


@pytest.mark.sweep
def test_14_two_programs_send_side_by_side_while_a_third_recovers_and_one_is_killed(
    ring: dict[str, str], tmp_path: Path
) -> None:
    chance, ends, wrong = random.Random(14), Counter[int](), list[str]()
    began = time.monotonic()
    with ExitStack() as stack:
        programs = [stack.enter_context(Processes("tests.kill.live_processes")) for _ in range(3)]
        pool = stack.enter_context(ThreadPoolExecutor(3))
        for number in range(30):
            folder, point = tmp_path / str(number), f"{chance.choice(LABELS)}#{chance.randint(1, 4)}"
            with live_rounds.services() as there:
                home = live_rounds.made_home(folder, there)
                first = live_rounds.publish_file(folder, *EVERYTHING).rename(folder / "first.json")
                second = live_rounds.publish_file(folder, *EVERYTHING)
                text = second.read_text().replace("kill-live-1", "kill-live-2")
                second.write_text(text.replace("Checkout database out of connections", "Nobody can pay"))
                commands = [
                    live_rounds.publish(home, first),
                    live_rounds.publish(home, second),
                    live_rounds.resume(home),
                ]
                killing = [{crash_points.VARIABLE: point}, {}, {}]
                done = [
                    pool.submit(program.run, command, folder / f"{place}.txt", {**ring, **more})
                    for place, (program, command, more) in enumerate(
                        zip(programs, commands, killing, strict=True)
                    )
                ]
                for place, one in enumerate(done):
                    status = one.result(120)
                    ends[status] += 1
                    if status not in (0, 3, KILLED):
                        wrong.append(f"{point}: {(folder / f'{place}.txt').read_text()}")
                for _ in range(2):
                    programs[0].run(live_rounds.resume(home), folder / "after.txt", ring)
                wrong += [f"{point}: {each}" for each in live_rounds.violations(home, there)]
                states = {one.state for one in live_rounds.stored(home)}
                if not states <= IN_DOUBT:
                    wrong.append(f"{point}: {states} {(folder / 'after.txt').read_text()}")
            shutil.rmtree(folder)
    print(f"\n30 times three programs at once, {ends[KILLED]} killed: {time.monotonic() - began:.0f} s")
    assert wrong == []
    assert ends[KILLED] >= 20


@pytest.mark.sweep
@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("vendor", [*WRITES, "smtp"])
def test_17_who_stands_still_in_the_middle_of_a_message_keeps_it_and_who_is_killed_does_not(
    vendor: str, killed: bool, ring: dict[str, str], tmp_path: Path
) -> None:
    awake, asked = threading.Event(), threading.Event()

    def late(handler: Any, answer: Answer) -> None:
        asked.set()
        awake.wait(30)
        handler.answer(answer)

    def late_mail(_: str) -> str | None:
        asked.set()
        awake.wait(30)
        return None

    with live_rounds.services() as there, ExitStack() as stack:
        stack.callback(awake.set)
        home = live_rounds.made_home(tmp_path, there)
        if vendor == "smtp":
            there.smtp.at_end = late_mail
        else:
            getattr(there, vendor).fail("POST", WRITES[vendor], Fault(True, late))
        file = live_rounds.publish_file(tmp_path, *EVERYTHING)
        sends = stack.enter_context(_program(live_rounds.publish(home, file), ring))
        assert asked.wait(60)
        sends.send_signal(signal.SIGSTOP)
        time.sleep(0.2)
        goes_on = stack.enter_context(_program(live_rounds.resume(home), ring))
        time.sleep(3)
        assert goes_on.poll() is None, "it took over what a living program sends"
        assert DeliveryState.SENDING in {one.state for one in live_rounds.stored(home)}
        awake.set()
        time.sleep(0.5)
        sends.send_signal(signal.SIGKILL if killed else signal.SIGCONT)
        assert sends.wait(60) == (KILLED if killed else 0)
        assert goes_on.wait(90) in (0, 3)
        states = {one.template: one.state for one in live_rounds.stored(home)}
        # Killed, it leaves others in doubt too, if they were leaving as it was stopped.
        assert set(states.values()) <= (IN_DOUBT if killed else {DeliveryState.SENT})
        can_tell = vendor not in ("pagerduty", "smtp")
        own = states[live_rounds.MESSAGES.get(vendor, live_rounds.MESSAGES["statuspage"])]
        assert own is (DeliveryState.SENT if can_tell or not killed else DeliveryState.UNKNOWN)
        assert live_rounds.violations(home, there) == []


def _program(command: list[str], ring: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([str(PROGRAM), *command], env={**os.environ, **ring}, stdout=subprocess.DEVNULL)
