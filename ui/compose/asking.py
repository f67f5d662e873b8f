"""What the compose screen says and asks: the footer's words, reasons, and the one confirmation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from composer.domain.channel import Channel
from composer.domain.due import DueState, just_became_due
from composer.domain.findings import Finding
from composer.services.rounds import Round
from ui import sayings
from ui.compose import choosing
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from ui.compose.pacing import Pacing
    from ui.compose.presenter import ComposePresenter


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def channel_words() -> dict[Channel, str]:
    """The channels as chips name them."""
    return {
        Channel.SLACK: tr("Slack"),
        Channel.STATUS_PAGE: tr("Status page"),
        Channel.EMAIL: tr("Email"),
        Channel.EXECUTIVE: tr("Executive"),
        Channel.PAGERDUTY: tr("PagerDuty"),
        Channel.COPY: tr("Copy"),
    }


def publish_words(count: int, of: int, title: str, *, by_hand: bool = False) -> str:
    """`Publish 2 of 3 · Checkout payments failing`; `&` in a title is text, and no title leaves it out."""
    if not of:
        return tr("Publish")
    words = tr("Publish {count}") if count == of else tr("Publish {count} of {of}")
    words = words.format(count=count, of=of)
    if by_hand:
        words = tr("{publish} by hand").format(publish=words)
    short = title if len(title) <= 28 else f"{title[:26].rstrip()}…"
    return f"{words} · {short.replace('&', '&&')}" if short else words


def _nothing(round_: Round) -> str:
    """Why nothing would leave, and until when that is in order."""
    if all(one.code != "nothing_due" for one in round_.findings):
        return tr("Nothing is ticked.")
    times = [row.due_at for row in round_.rows if row.due_at is not None and row.state is DueState.UPCOMING]
    if not times:
        return tr("Nothing is due now: tick what is to leave all the same.")
    return tr("Nothing is due before {time} UTC: tick what is to leave all the same.").format(
        time=f"{min(times):%H:%M}"
    )


def standing(round_: Round, channels: dict[Channel, str], left: Collection[str] = ()) -> tuple[str, str, str]:
    """What the footer says: what is blocked and why, else that nothing is wrong. What is only empty, and was not `left` so, is needed: nobody has made a mistake yet."""
    blocking, hints = choosing.problems(round_), choosing.hints(round_)
    following = choosing.following(blocking, left)
    blocking = tuple(one for one in blocking if one not in following)
    detail = (
        tr("1 hint") if len(hints) == 1 else tr("{count} hints").format(count=len(hints)) if hints else ""
    )
    if not round_.messages and not blocking:
        return _nothing(round_), Tone.PLAIN.value, detail
    if not blocking:
        return tr("No problem"), Tone.GOOD.value, detail
    whole = next((sayings.of(one.text) for one in blocking if one.code == "reason_missing"), "")
    if whole:
        return whole, Tone.DANGER.value, detail
    unapproved = choosing.unapproved(blocking)
    lacking = tuple(one for one in blocking if one not in unapproved)
    if len(choosing.untold(lacking, left)) == len(lacking):
        return " · ".join(_waits(lacking, unapproved, channels)), Tone.WARNING.value, detail
    what = tr("Round") if _whole(lacking) else _names(lacking, channels)
    count = len({(one.code, one.field) for one in lacking})  # that somebody has yet to agree is no problem
    words = (
        tr("{what} blocked: 1 problem (F8)") if count == 1 else tr("{what} blocked: {count} problems (F8)")
    )
    return words.format(what=what, count=count), Tone.DANGER.value, detail


def _waits(
    lacking: Collection[Finding], unapproved: Collection[Finding], channels: dict[Channel, str]
) -> list[str]:
    """What the round waits for, without a mistake of anybody: facts, and somebody's consent."""
    said = []
    if lacking:
        what = tr("the whole round") if _whole(lacking) else _names(lacking, channels)
        count = len({(one.code, one.field) for one in lacking})
        words = (
            tr("Needed for {what}: 1 fact (F8)")
            if count == 1
            else tr("Needed for {what}: {count} facts (F8)")
        )
        said.append(words.format(what=what, count=count))
    if unapproved:
        said.append(tr("Waits for approval: {what} (F8)").format(what=_names(unapproved, channels)))
    return said


def _whole(findings: Iterable[Finding]) -> bool:
    """Whether one of them concerns the whole round."""
    return any(one.channel is None for one in findings)


def _names(findings: Iterable[Finding], channels: dict[Channel, str]) -> str:
    """The channels that they concern."""
    return ", ".join(dict.fromkeys(channels[one.channel] for one in findings if one.channel is not None))


def choose_phase(view: QWidget, presenter: ComposePresenter, key: str) -> None:
    """Take a phase; one that lies before the published one asks for a reason."""
    draft = presenter.draft
    if draft is None or (draft.phase == key and (draft.reason or not presenter.goes_back(key))):
        return
    asked_of = draft.incident_id
    reason: str | None = ""
    if presenter.goes_back(key):
        from ui.compose.reason import ReasonDialog

        label = presenter.plan.phase(key).label
        reason = ReasonDialog.ask(
            view,
            tr("Back to {phase}: why?").format(phase=label),
            tr("Go back to {phase}").format(phase=label),
        )
    if reason is not None and _is_still(presenter, asked_of):
        presenter.set_phase(key, reason)


def choose_severity(view: QWidget, presenter: ComposePresenter, key: str) -> str:
    """Take a severity; another than the published one asks for a reason. What just became due by it, in words (empty: nothing)."""
    draft, incident = presenter.draft, presenter.incident
    if draft is None or incident is None:
        return ""
    if draft.severity == key and (draft.reason or key == incident.severity):
        return ""
    before = presenter.rows()
    reason: str | None = ""
    if key != incident.severity:
        from ui.compose.reason import ReasonDialog

        title = tr("Severity {old} → {new}: why?").format(old=incident.severity, new=key)
        reason = ReasonDialog.ask(view, title, tr("Change to {new}").format(new=key))
    if reason is None or not _is_still(presenter, incident.id):
        return ""
    presenter.set_severity(key, reason)
    titles = [presenter.heads[row.template].title for row in just_became_due(before, presenter.rows())]
    return tr("Just became due: {titles}").format(titles=", ".join(titles)) if titles else ""


def _is_still(presenter: ComposePresenter, incident_id: str | None) -> bool:
    """Whether that incident is still the one in hand; the click on a notification may have brought another one while a question stood there."""
    return presenter.draft is not None and presenter.draft.incident_id == incident_id


def fill_more(view: QWidget, pacing: Pacing, template: str, title: str, menu: QMenu) -> None:
    """What can be done about a message beside sending it: skip it, slow it down, and back; what is only sent when it is named has none of it."""
    menu.clear()
    if not pacing.can_skip(template):
        return

    def skip() -> None:
        from ui.compose.reason import ReasonDialog

        reason = ReasonDialog.ask(
            view,
            tr("Skip {title}: why?").format(title=title),
            tr("Skip it"),
            example=tr("for example everybody is on the call"),
            detail=tr(
                "It stands in the timeline. The message is due again at its next time, or at the next change."
            ),
        )
        if reason is not None:
            pacing.skip(template, reason)

    def slow_down(planned: int) -> None:
        from ui.compose.reason import RhythmDialog

        wanted = RhythmDialog.ask_rhythm(
            view, tr("{title}: slower for this incident").format(title=title), planned
        )
        if wanted is not None:
            pacing.slow_down(template, *wanted)

    menu.addAction(tr("&Skip with a reason…"), skip)
    planned = pacing.planned_minutes(template)
    if planned is not None:
        menu.addAction(tr("S&lower for this incident…"), lambda: slow_down(planned))
    if pacing.is_slowed(template):
        menu.addAction(tr("&Back to the plan's rhythm"), lambda: pacing.as_planned(template))
