"""From a prepared round to what stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from composer.domain.channel import Channel
from composer.domain.draft import Draft
from composer.services.rounds import Round
from ui.approval_words import card_approval
from ui.compose import choosing
from ui.compose.body import Body
from ui.compose.recipients import card_words, mailing_of
from ui.reaching import where

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter


def show_round(
    body: Body,
    presenter: ComposePresenter,
    round_: Round,
    draft: Draft,
    channels: dict[Channel, str],
    titles: dict[str, str],
) -> None:
    """Fields, cards, previews and checks as the round has them. `channels` and `titles` are the words for channels and templates."""
    plan, heads, services = presenter.plan, presenter.heads, presenter.session.services
    resolves = plan.phase(draft.phase).resolves
    asked = choosing.needed(presenter.catalogue, heads, draft.ticked, resolves=resolves)
    public = any(heads[name].channel is Channel.STATUS_PAGE for name in draft.ticked)
    known = len(body.facts.rows)
    body.facts.show_fields(asked, channels, resolves=resolves, public=public)
    if len(body.facts.rows) != known:
        body.facts.show_draft(draft)
    body.facts.show_round(round_, draft, presenter.now().date())
    blocking = choosing.problems(round_)
    unapproved = choosing.unapproved(blocking)
    following = choosing.following(blocking, body.facts.left_fields)
    waiting = (*choosing.untold(blocking, body.facts.left_fields), *following, *unapproved)
    wheres = {row.template: where(services, round_.incident, row.channel) for row in round_.rows}
    chosen = card_words(mailing_of(draft))
    wheres |= {row.template: chosen for row in round_.rows if row.channel is Channel.EMAIL}
    body.cards.show_rows(
        round_.rows,
        titles,
        wheres,
        draft.ticked,
        draft.notify,
        {one.channel for one in blocking if one not in waiting},
        presenter.now(),
        waiting={one.channel for one in waiting if one not in (*unapproved, *following)},
        after={one.channel: channels[choosing.WITH[one.channel]] for one in following if one.channel},
        approvals={
            row.template: card_approval(plan, heads, round_, draft, row.template) for row in round_.rows
        },
    )
    body.pane.show_round(round_, presenter.earlier, at=presenter.now())
    told_once = (*following, *choosing.echoing(round_))
    body.checks.show_findings(
        [one for one in (*blocking, *choosing.hints(round_)) if one not in told_once],
        {channel.value: words for channel, words in channels.items()},
        waiting=waiting,
        any_chosen=bool(draft.ticked),
    )


def show_head(body: Body, presenter: ComposePresenter) -> None:
    """Severity, title, clock and phases: of the draft while composing, else as they were published."""
    situation, draft, round_ = presenter.situation, presenter.draft, presenter.round
    if situation is None or situation.before is None:
        return
    incident = situation.before
    drafting = body.is_composing and draft is not None and round_ is not None
    title = round_.incident.public_title if drafting and round_ is not None else incident.public_title
    severity = draft.severity if drafting and draft is not None else incident.severity
    phase = draft.phase if drafting and draft is not None else incident.phase
    ended = draft.impact_ended_at if drafting and draft is not None else incident.impact_ended_at
    body.header.show_incident(incident, severity, title, ended, presenter.now())
    body.header.live.setVisible(presenter.session.services.practice and incident.is_open)
    body.stepper.show_phases(phase, incident.phase, choosing.phase_times(situation.said), drafting=drafting)
