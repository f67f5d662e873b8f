"""Through a whole incident: nothing is asked before a publish but once for its first public post and for mail to customers, with the numbers named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QDialog, QLabel

from composer.assets import data_root
from composer.domain.approval import ConsentWay
from composer.services.approving import Spoken, approve
from tests.ui.compose_home import Desk, desk, home_with_incident
from ui.compose.preparing import request_for

WAIT_MS = 10_000
RULES = """
[[approvals]]
title = "What customers read"
channels = ["status_page", "email"]
roles = ["incident_commander"]
"""
Step = Callable[[Desk], None]


def approved(on_desk: Desk) -> None:
    """Have the Incident Commander agree to all that waits for it."""
    presenter: Any = on_desk.view.presenter
    request = request_for(presenter.situation, presenter.draft)
    for name, one in presenter.round.approvals.items():
        approve(
            on_desk.session.services,
            request,
            name,
            Spoken("incident_commander", "Maya Chen", ConsentWay.VOICE, one.code),
        )
    presenter.refresh()


def only(*names: str) -> Step:
    def step(on_desk: Desk) -> None:
        presenter = on_desk.view.presenter
        for row in presenter.rows():
            presenter.tick(row.template, row.template in names)

    return step


def first_post(on_desk: Desk) -> None:
    on_desk.type_in(actions_taken="Looking at the latest deploy.", next_steps="Roll back.")
    only("slack_update", "status_investigating")(on_desk)


def update(on_desk: Desk) -> None:
    on_desk.type_in(actions_taken="Rolled back one region.", next_steps="Roll back the others.")
    on_desk.view.presenter.set_field("whats_new", "A fix is being rolled out.")
    only("slack_update", "status_update")(on_desk)


def identified(on_desk: Desk) -> None:
    on_desk.fill_update()
    only("slack_update", "status_identified")(on_desk)


def resolved(on_desk: Desk, *names: str) -> None:
    presenter = on_desk.view.presenter
    on_desk.view.body.stepper.choose(5)
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.set_field("data_impact", "no")
    for name in ("root_cause", "resolution", "what_happened", "impact_to_you", "what_we_did", "prevention"):
        presenter.set_field(name, "A deploy was taken back.")
    meeting = presenter.now() + timedelta(days=2)
    presenter.set_field("postmortem_meeting_at", meeting.isoformat(timespec="seconds").replace("+00:00", "Z"))
    only(*names)(on_desk)


def published(on_desk: Desk, qtbot: Any, seen: list[str], *, promise: bool = False) -> list[str]:
    """Press the button, and what was asked until it was stored."""
    view = on_desk.view
    presenter: Any = view.presenter
    approved(on_desk)
    qtbot.waitUntil(lambda: all(one.is_given for one in presenter.round.approvals.values()), timeout=WAIT_MS)
    seen.clear()
    (view.buttons.promise if promise else view.buttons.publish).click()
    qtbot.waitUntil(lambda: not view.is_composing, timeout=WAIT_MS)
    asked = list(seen)
    qtbot.waitUntil(
        lambda: all(
            one.state.is_final
            for one in on_desk.session.services.record.deliveries(incident_id=on_desk.incident_id)
        ),
        timeout=WAIT_MS,
    )
    view.buttons.next.click()
    qtbot.waitUntil(lambda: view.is_composing and presenter.draft is not None, timeout=WAIT_MS)
    return asked


def test_never_more_than_one_question_a_publish(qtbot, tmp_path, monkeypatch):
    seen: list[str] = []

    def agree(dialog: QDialog) -> int:
        labels = [one.text() for one in dialog.findChildren(QLabel)]
        seen.append(" ".join([dialog.objectName(), *labels]))
        return int(QDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QDialog, "exec", agree)
    home, incident_id = home_with_incident(
        tmp_path, messages=("slack_declaration",), roles={"incident_commander": "Maya Chen"}
    )
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    (home.root / "plan.toml").write_text(shipped + RULES, encoding="utf-8")
    with desk(qtbot, home, incident_id, hold_s=0) as on_desk:
        on_desk.session.services.settings = on_desk.session.services.settings._replace(name="Sam Lee")
        first_post(on_desk)
        (asked,) = published(on_desk, qtbot, seen)
        assert asked.startswith("confirmDialog First public message of this incident")
        assert "the practice page on this computer has no subscribers" in asked
        assert "nobody: it goes into a transcript on this computer" in asked
        assert "✓ Approved by Maya Chen (Incident Commander), by voice, " in asked
        update(on_desk)
        assert published(on_desk, qtbot, seen) == []
        identified(on_desk)
        assert published(on_desk, qtbot, seen) == []
        only("slack_update", "executive_notification")(on_desk)
        on_desk.view.presenter.set_severity("P1", "fewer customers")
        on_desk.type_in(actions_taken="Nothing else.", next_steps="Watch.")
        only("slack_update")(on_desk)
        assert published(on_desk, qtbot, seen) == []
        resolved(on_desk, "slack_resolved", "status_resolved", "customer_email")
        (asked,) = published(on_desk, qtbot, seen)
        assert asked.startswith("confirmDialog Mail to customers")
        assert "nobody: files for 3 made-up addresses" in asked
        assert "status page, changed since" in asked.casefold()
        assert asked.count("✓ Approved by Maya Chen") == 2
        assert on_desk.crashes == []
