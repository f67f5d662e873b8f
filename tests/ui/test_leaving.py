"""Closing the window: asked once where something is on its way, never for drafts; opened again, all of it goes on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from composer.domain.delivery import DeliveryState
from composer.paths import Mode
from composer.services.core import Services
from tests.record.made import bundle
from tests.ui.compose_home import EarlierClock, home_with_incident
from tests.ui.real_window import RealWindow, real_window
from ui.leaving import on_its_way


def held(services: Services, incident_id: str, hold_s: float) -> str:
    """A round that is held and not carried out; its id."""
    asked = {
        "incident": {"id": incident_id},
        "phase": "identified",
        "fields": {
            "summary": "Found it",
            "actions_taken": "Rolled back.",
            "next_steps": "Watch.",
            "eta": "Unknown",
        },
        "messages": ["slack_update"],
        "hold_s": hold_s,
    }
    result = services.publish(services.read_request(json.dumps(asked).encode(), "test"), carry_out=False)
    assert result.publish is not None, result.findings
    return result.publish.id


def states(home, publish_id: str) -> list[DeliveryState]:
    with Services(home, Mode.PRACTICE) as services:
        return [one.state for one in services.record.deliveries(publish_id=publish_id)]


def opened(window: RealWindow) -> None:
    window.until("screen() == 'compose'")
    window.until(
        "window().stack.currentWidget().presenter.round is not None or window().stack.currentWidget().after.current is not None"
    )


def left(home) -> int:
    """How many updates the practice Slack got."""
    lines = home.slack_transcript.read_text(encoding="utf-8").splitlines()
    return sum("Rolled back." in line for line in lines)


def test_whatever_still_moves_or_is_in_doubt_is_named_and_nothing_else(tmp_path):
    home, _ = home_with_incident(tmp_path)
    states = tuple(DeliveryState)
    made = bundle(count=len(states))
    deliveries = tuple(replace(one, state=state) for one, state in zip(made.deliveries, states, strict=True))
    with Services(home, Mode.PRACTICE) as services:
        assert on_its_way(services) == ()
        services.record.store(replace(made, deliveries=deliveries))
        named = on_its_way(services)
    assert {one.state for one in named} == {"held", "queued", "sending", "waiting", "unknown"}
    assert len(named) == 5
    assert {one.title for one in named} == {"Slack declaration"}


def test_with_nothing_on_its_way_it_never_asks_and_the_last_keys_are_stored(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with real_window(home.root) as window:
        opened(window)
        window.ask("find('composeScreen').presenter.set_field('summary', 'typed just before closing')")
        assert window.close() == 0
        assert window.errors == ""
    with Services(home, Mode.PRACTICE) as services:
        assert services.draft_for(incident_id).values["summary"] == "typed just before closing"


def test_a_held_round_is_named_once_and_leaves_exactly_once_when_opened_again(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        publish_id = held(services, incident_id, 60)
    with real_window(home.root) as window:
        opened(window)
        window.ask("later(window().close)")
        window.until("dialogs() == ['leaveDialog']")
        said = window.ask(
            "find('leaveDialog').accessibleName() + ' | ' + find('leaveDialog').accessibleDescription()"
        )
        assert said == "1 message is on its way | Slack update: held: nothing has left yet"
        assert window.ask("find('keepOpenButton').isDefault()")
        window.ask("later(window().close)")  # asked once, not twice
        window.ask("click('keepOpenButton')")
        window.until("dialogs() == []")
        assert window.ask("window().isVisible()")
        window.ask("later(window().close)")
        window.until("dialogs() == ['leaveDialog']")
        window.ask("click('closeAnywayButton')")
        assert window.wait() == 0
    assert states(home, publish_id) == [DeliveryState.HELD]
    assert left(home) == 0

    with Services(home, Mode.PRACTICE) as services:  # the hold ends while the window is closed
        services.record.end_hold(publish_id, services.clock.now())
    with real_window(home.root) as again:
        opened(again)
        again.until("program().session.ask(lambda core: not core.unfinished())")
        assert again.close() == 0
    assert states(home, publish_id) == [DeliveryState.SENT]
    with real_window(home.root) as once_more:
        opened(once_more)
        assert once_more.close() == 0
    assert left(home) == 1


def test_a_hold_that_ends_while_another_screen_is_in_sight_goes_on(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        publish_id = held(services, incident_id, 1.5)
    with real_window(home.root) as window:
        window.until("screen() is not None")
        window.ask("program().go('plan')")
        window.until("program().session.ask(lambda core: not core.unfinished())")
        assert window.close() == 0
    assert states(home, publish_id) == [DeliveryState.SENT]
    assert left(home) == 1


def test_what_became_too_old_while_closed_does_not_leave_and_asks(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE, clock=EarlierClock()) as services:
        publish_id = held(services, incident_id, 5)
        services.record.end_hold(publish_id, services.clock.now() + timedelta(seconds=5))
    with real_window(home.root) as window:
        opened(window)
        window.until(
            "program().session.ask(lambda core: [one.state.value for one in core.unfinished()]) == ['stale']"
        )
        assert window.close() == 0  # it asks a person, and is not on its way
    assert states(home, publish_id) == [DeliveryState.STALE]
    assert left(home) == 0


def test_logging_out_stores_what_was_typed_and_asks_where_the_desktop_lets_us(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        held(services, incident_id, 60)
    with real_window(home.root) as window:
        opened(window)
        manager = (
            "type('Desktop', (), {'told': [], 'allowsInteraction': lambda self: True, "
            "'cancel': lambda self: self.told.append('cancel'), 'release': lambda self: self.told.append('release')})()"
        )
        window.ask(f"made.append({manager})")
        window.ask("later(lambda: program().leaving.on_logout(made[1]))")
        window.until("dialogs() == ['leaveDialog']")
        window.ask("click('keepOpenButton')")
        window.until("made[1].told == ['cancel', 'release']")
        window.ask("later(window().close)")
        window.until("dialogs() == ['leaveDialog']")
        window.ask("click('closeAnywayButton')")
        assert window.wait() == 0


def test_a_record_that_fails_does_not_hold_the_window(tmp_path):
    home, _ = home_with_incident(tmp_path)
    with real_window(home.root) as window:
        opened(window)
        fail = "(_ for _ in ()).throw(__import__('composer.domain.errors').domain.errors.RecordError('The record is held by another program.')).__next__"
        window.ask(f"setattr(program().session.services, 'unfinished', lambda: {fail}())")
        window.ask("later(window().close)")
        window.until("dialogs() == ['leaveDialog']")
        assert "held by another program" in window.ask("find('leaveDialog').accessibleDescription()")
        window.ask("click('closeAnywayButton')")
        assert window.wait() == 0
        assert "Traceback" not in window.errors
