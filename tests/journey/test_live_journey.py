"""A live P0 through all phases by command, while every service fails once in every way: in the end each message is there once, or was settled by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer.domain.delivery import DeliveryState
from tests.journey.live_faults import FAULTS, SERVICES, ends, pairs
from tests.journey.live_journey import PHASES, journey

NAMES = tuple(FAULTS)


def fault_of(run: int, phase: int, service: int) -> str:
    """Which way each service fails in each phase of a run: never all in the same one, and in four runs each in every way."""
    return NAMES[(4 * run + phase + 3 * service) % len(NAMES)]


def test_four_runs_know_every_way() -> None:
    seen = {
        (service, fault_of(run, phase, number))
        for run in range(4)
        for phase in range(4)
        for number, service in enumerate(SERVICES)
    }
    assert len(seen) == len(SERVICES) * len(FAULTS)


def spread(run: int, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Every service fails in every phase, each in another way."""
    with journey(folder, patch) as made:
        for number, phase in enumerate(PHASES):
            # Customers are mailed, by SendGrid, in the last phase alone.
            struck = {
                service: fault_of(run, number, at)
                for at, service in enumerate(SERVICES)
                if service != "sendgrid" or phase == "resolved"
            }
            troubles = [made.troubles.strike(service, fault) for service, fault in struck.items()]
            ended = made.publish(phase)
            expected = {
                service: ends(service, fault, first=phase == PHASES[0]) for service, fault in struck.items()
            }
            assert {service: ended[service] for service in struck} == expected, (phase, struck)
            assert all(one.is_met() for one in troubles), (phase, struck)
            made.let_some_be_refused(struck["smtp"] == "redirect")
            for one in troubles:
                one.mend()
            made.troubles.clear()
            made.settle()
            assert made.wrong() == [], (phase, struck)


def test_every_service_fails_in_every_phase_and_each_message_is_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread(0, tmp_path, monkeypatch)


@pytest.mark.sweep
@pytest.mark.parametrize("run", [1, 2, 3])
def test_and_in_every_other_way(run: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spread(run, tmp_path, monkeypatch)


@pytest.mark.sweep
@pytest.mark.parametrize(("place", "fault"), pairs())
def test_one_service_fails_in_each_phase_and_holds_up_no_other(
    place: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, which = place.removesuffix(" asked"), place.partition(" ")[0]
    with journey(
        tmp_path, monkeypatch, executives_by="sendgrid" if service == "sendgrid" else "smtp"
    ) as made:
        for phase in PHASES:
            trouble = made.troubles.strike(place, fault)
            ended = made.publish(phase)
            print(phase, {name: state.value for name, state in ended.items()})
            others = {name: state for name, state in ended.items() if not name.startswith(which)}
            assert set(others.values()) == {DeliveryState.SENT}, (phase, ended)
            if service in ended:
                assert trouble.is_met() or "asked" in place, phase
                assert ended[service] is ends(place, fault, first=phase == PHASES[0]), (phase, ended)
            if service == "smtp" and fault == "redirect":
                made.let_some_be_refused(1)
            trouble.mend()
            made.troubles.clear()
            made.settle()
            assert made.wrong() == [], phase
