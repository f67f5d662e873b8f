"""What contradicts itself, as a person meets it: typed, told at its field, mended by one key, put away, or let pass for a reason that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.findings import Level
from composer.domain.incident import EventKind
from composer.domain.plan import ComponentStatus
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.compose import choosing
from ui.widgets.form import FieldRow
from ui.widgets.reason import ReasonDialog


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        yield made


def told(row: FieldRow) -> str:
    """What stands under a field, once the focus has left it."""
    row.editor.left.emit()
    return row._finding.words.text() if not row._finding.isHidden() else ""


def typed(desk_: Desk, name: str) -> str:
    presenter = desk_.view.presenter
    assert presenter.draft is not None
    return str(presenter.draft.values.get(name))


def test_each_kind_stands_at_its_field_and_one_key_mends_it(qtbot: QtBot, at_desk: Desk) -> None:
    """One window: what is typed, what is told there, and what stands there after the key."""
    view, rows = at_desk.view, at_desk.view.body.facts.rows
    for name in ("slack_update", "status_update", "executive_notification"):
        view.presenter.tick(name, True)
    assert view.presenter.round is not None
    assert "status_update" in [one.head.name for one in view.presenter.round.messages]
    clean = {
        "actions_taken": "Rolled back.",
        "next_steps": "Watch.",
        "whats_new": "Some payments work. We go on.",
    }
    at_desk.type_in(**clean)
    now, started = view.presenter.now(), view.presenter.situation.before.impact_started_at  # type: ignore[union-attr]
    minutes = int((now - started).total_seconds() // 60)
    old, then = now - timedelta(minutes=50), f"{started:%H:%M} UTC"
    at_desk.type_in(executive_summary="Cards fail for 12 % of users.")
    affected = rows["users_affected"]
    assert told(affected) == (
        "“about 40 %” and “12 % of users” in the executive notification contradict each other."
    )
    affected.focus_editor()
    at_desk.actions["problem.mend"].trigger()
    assert (typed(at_desk, "users_affected"), told(affected)) == ("12 % of users", "")
    kinds = [

        ("executive_summary", f"Cards have been failing since {started - timedelta(hours=1):%H:%M} UTC.", f"started at {started:%H:%M} UTC", f"since {then}."),
        ("whats_new", "Cards were declined between 15:00 and 13:52 UTC.", "the end lies before the start", "between 13:52 and 15:00 UTC."),
        ("executive_summary", "Cards have been failing for 5 hours.", "going on for", f"for {minutes} min."),
        ("summary", f"As of {old:%H:%M} cards fail.", "but it is", f"As of {now:%H:%M} cards"),
        ("whats_new", "Cards work. This issue is now resolved. We watch.", "the phase is Investigating", "Cards work. We watch."),
        ("summary", "P2: some cards fail.", "the severity is P0", "P0: some cards fail."),
        ("whats_new", "We go on. All our systems are operational.", "Payments is not operational", "We go on."),
        ("whats_new", "Payments are operating normally. We watch.", "Payments is not operational", "We watch."),
        ("whats_new", "We go on. No data was lost.", "Data impact says “being assessed”", "We go on."),
    ]  # fmt: skip
    for name, text, says, mended in kinds:
        before = typed(at_desk, name)
        at_desk.type_in(**{name: text})
        row = rows[name]
        assert says in told(row), (text, told(row), view.presenter.round.findings)
        if mended is not None:
            row.focus_editor()
            at_desk.actions["problem.mend"].trigger()
            assert mended in typed(at_desk, name), text
            assert says not in told(row)
        at_desk.type_in(**{name: "" if before == "None" else before})
    assert rows["users_affected"].editor is not None
    view.presenter.set_field("next_update", (now - timedelta(minutes=5)).isoformat(timespec="seconds"))
    assert "The next update is promised for" in told(rows["next_update"])
    mend = rows["next_update"]._finding.mend
    assert mend is not None
    assert mend.text().startswith("Promise it by "), "a time as people read it"
    rows["next_update"].take_out()
    assert "promised" not in told(rows["next_update"])
    assert view.presenter.round is not None
    blocked = [one.text for one in view.presenter.round.findings if one.level is Level.BLOCKING]
    assert blocked == [], "and what is left is clean"


def test_advice_is_put_away_and_stays_away(at_desk: Desk) -> None:
    row = at_desk.view.body.facts.rows["summary"]
    at_desk.type_in(summary="P2: some cards fail.")
    assert "the severity is P0" in told(row)
    assert row._finding.button is not None
    row._finding.button.click()
    assert told(row) == ""
    at_desk.type_in(summary="P1: some cards fail.")
    assert "the severity is P0" in told(row), "other words are told anew"
    # The same words in two texts are told at both fields, and once in the list: where they block.
    at_desk.view.presenter.tick("status_update", True)
    at_desk.type_in(summary="No data was lost.", whats_new="No data was lost.")
    lines = [one for one in at_desk.view.body.checks._lines if not one.isHidden()]
    (line,) = [one for one in lines if "No data was lost" in one.words.text()]
    assert line.beside.text() == "a hint"
    assert "No data was lost" in told(row)
    assert "No data was lost" in told(at_desk.view.body.facts.rows["whats_new"])
    at_desk.view.presenter.set_field("data_impact", {"yes": "12 invoices were lost"})
    (line,) = [one for one in lines if "No data was lost" in one.words.text()]
    assert line.beside.text() == "blocks Status page"


def test_what_blocks_is_underlined_and_let_pass_for_a_reason_that_stands_in_the_record(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    view, presenter = at_desk.view, at_desk.view.presenter
    at_desk.actions["phase.5"].trigger()
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.set_field("data_impact", "no")
    presenter.set_components({"payments": ComponentStatus.DEGRADED_PERFORMANCE})
    line = view.body.facts._components_finding
    assert line.words.text() == (
        "“All Skillancer services are now operating normally” on the status page, but Payments is not operational."
    )
    page = view.body.pane._preview(Channel.STATUS_PAGE).browser
    view.body.pane.tabs.setCurrentIndex(list(view.body.pane._titles).index(Channel.STATUS_PAGE))
    assert "text-decoration: underline" in page.toHtml().partition("All Skillancer services")[0][-120:]
    for name in ("slack_resolved", "executive_notification", "pagerduty_status_update"):
        presenter.tick(name, False)
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_asked, **_more: "The rest is told on another page.")
    assert line.let_pass is not None
    line.let_pass.click()
    assert "Let pass" in line.words.text()
    assert presenter.round is not None
    (apart,) = [one for one in presenter.round.findings if one.code == "channels_apart"]
    assert apart.text == "Resolved on the status page, but Investigating is the last that was said in Slack."
    view.steering.let_pass(apart)
    assert not [one for one in presenter.round.findings if one.level is Level.BLOCKING]
    presenter.publish()
    soon(qtbot, lambda: not view.is_composing)
    idle(qtbot, at_desk.session)
    events = at_desk.session.services.record.events(at_desk.incident_id)
    kept = {one.text: one.reason for one in events if one.kind is EventKind.OVERRIDE}
    assert len(kept) == 2
    assert set(kept.values()) == {"The rest is told on another page."}
    assert f"Let pass: {apart.text}" in kept


def test_resolved_blames_nothing_on_the_page_while_slack_only_lacks_facts_yet(at_desk: Desk) -> None:
    view = at_desk.view
    view.body.stepper.choose(5)
    said = lambda: [one.words.text() for one in view.body.checks._lines if not one.isHidden()]  # noqa: E731
    assert "Resolution is empty." in said()
    assert not any("last that was said" in one for one in said()), said()
    assert at_desk.host.said[-1][1] == "warning", at_desk.host.said
    assert "status_resolved" not in choosing.sendable(view.presenter.round), "it still does not leave alone"  # type: ignore[arg-type]
    view.body.facts.leave_all()
    assert any("last that was said" in one for one in said()), said()
