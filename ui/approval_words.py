"""What the window says of a message that somebody else has to agree to: at its card, in the question before the act, and for the chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC

from PySide6.QtCore import QCoreApplication

from composer.checks.approvals import approvers, role_label
from composer.domain.approval import Approval, Consent, ConsentState, ConsentWay, spoken
from composer.domain.draft import Draft
from composer.domain.message import TemplateHead
from composer.domain.on_page import OnPage
from composer.domain.plan import Plan
from composer.rendering.word_diff import Change, changes
from composer.services.approval_draft import approved_text
from composer.services.approving import other_problems
from composer.services.rounds import PreparedMessage, Round
from ui import sayings
from ui.widgets.changed_text import in_short
from ui.widgets.text import Tone


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True)
class CardApproval:
    """What stands at the card of a message: words and what they mean. `changed` are the words that differ from the text that was approved; `is_open` says that somebody is still to be asked, and can be."""

    words: str
    tone: Tone
    changed: str = ""
    is_open: bool = False


def way_words(way: ConsentWay) -> str:
    """How somebody agreed."""
    match way:
        case ConsentWay.VOICE:
            return tr("by voice")
        case ConsentWay.CHAT:
            return tr("by chat")
        case ConsentWay.IN_PERSON:
            return tr("in person")


def card_approval(
    plan: Plan, heads: dict[str, TemplateHead], round_: Round, draft: Draft, template: str
) -> CardApproval | None:
    """How a message of the round stands; None where nobody has to agree to it."""
    approval = round_.approvals.get(template)
    if approval is None:
        return None
    names = tr(" and ").join(_who(plan, one) for one in approval.good)
    if approval.is_given:
        words = tr("✓ approved by {names} · text {code}")
        return CardApproval(words.format(names=names, code=approval.code), Tone.GOOD)
    who = sayings.of(approvers(plan, approval))
    if other_problems(round_.findings, heads[template]):
        return CardApproval(
            tr("needs approval by {who}, once its problems are put right").format(who=who), Tone.MUTED
        )
    void, lapsed = approval.void, approval.lapsed
    if names:
        words = tr("✓ approved by {names}\n○ text {code} still needs {who}")
    elif void is not None:
        names = void.name
        words = tr("✕ approval by {names} was for an earlier text\n○ text {code} needs approval by {who}")
    elif lapsed is not None:
        names = lapsed.name
        words = tr("✕ approval by {names} has lapsed\n○ text {code} needs approval by {who}")
    else:
        words = tr("○ text {code} needs approval by {who}")
    return CardApproval(
        words.format(names=names, who=who, code=approval.code),
        Tone.DANGER if void is not None or lapsed is not None else Tone.WARNING,
        changed_words(what_changed(plan, round_, draft, template)) if void is not None else "",
        is_open=True,
    )


def what_changed(plan: Plan, round_: Round, draft: Draft, template: str) -> tuple[Change, ...]:
    """Word by word what became of the text since somebody agreed to it; nothing where that is not known, or nothing did."""
    before, now = approved_text(draft, template), whole_text(plan, round_, template)
    return () if before is None or before == now else changes(before, now)


def changed_words(parts: tuple[Change, ...]) -> str:
    """`“paying” → “paying by card”; new: “again”`."""
    pairs, more = in_short(parts)
    said = []
    for gone, new in pairs:
        if gone and new:
            said.append(tr("“{gone}” → “{new}”").format(gone=gone, new=new))
        else:
            said.append((tr("new: “{new}”") if new else tr("gone: “{gone}”")).format(gone=gone, new=new))
    if more:
        said.append(tr("and {count} more").format(count=more))
    return "; ".join(said)


def given_words(plan: Plan, consent: Consent, state: ConsentState, code: str) -> str:
    """`Approved by Maya Chen (Incident Commander), by voice, 03:14 UTC, text K7Q2`."""
    said = {
        "who": _who(plan, consent),
        "way": way_words(consent.way),
        "time": f"{consent.at.astimezone(UTC):%H:%M}",
        "code": code,
    }
    if state is ConsentState.GOOD:
        return tr("✓ Approved by {who}, {way}, {time} UTC, text {code}").format(**said)
    if state is ConsentState.LAPSED:
        return tr("✕ Approved by {who}, {way}, {time} UTC: lapsed").format(**said)
    return tr("✕ Approved by {who}, {way}, {time} UTC: that was for an earlier text").format(**said)


def all_given(plan: Plan, approval: Approval) -> tuple[str, ...]:
    """What holds for the text as it is now, a line each."""
    return tuple(
        given_words(plan, one, ConsentState.GOOD, approval.code) for one in dict.fromkeys(approval.good)
    )


def _who(plan: Plan, consent: Consent) -> str:
    return tr("{name} ({role})").format(name=consent.name, role=role_label(plan, consent.role))


# --- the text that is agreed to ----------------------------------------------------------------------------------


def whole_text(plan: Plan, round_: Round, template: str) -> str:
    """All that readers get, as whoever agrees reads it; empty where the message could not be filled."""
    one = next((one for one in round_.messages if one.head.name == template), None)
    if one is None or one.message is None:
        return ""
    return "\n\n".join(part for part in (_above(one, plan), one.message.text, _later(one)) if part)


def page_facts(plan: Plan, page: OnPage) -> str:
    """What the status page shows beside a text: the title and the states of components, a line each."""
    words = plan.words.component_status
    states = (
        f"{one.name}: {words.get(state.value, state.value)}"
        for one in plan.components
        if (state := page.components.get(one.key)) is not None
    )
    return "\n".join([tr("Title: {title}").format(title=page.title), *states])


def _above(one: PreparedMessage, plan: Plan) -> str:
    """What stands over the text: the page's title and components, a mail's subject."""
    if one.page is not None:
        return page_facts(plan, one.page)
    subject = None if one.message is None else one.message.subject_text
    return tr("Subject: {subject}").format(subject=subject) if subject else ""


def _later(one: PreparedMessage) -> str:
    if one.amended is None:
        return ""
    return tr("Once the page has accepted, it becomes:\n\n{text}").format(text=one.amended.text)


def text_for_chat(plan: Plan, round_: Round, head: TemplateHead, approval: Approval) -> str:
    """What is pasted into a chat: who is asked, the whole text, and the code to be read back."""
    asks = tr("{message}: waits for approval by {who}").format(
        message=head.title, who=sayings.of(approvers(plan, approval))
    )
    code = tr("If you agree to exactly this text, answer with its code: {code} ({spoken})").format(
        code=approval.code, spoken=spoken(approval.code)
    )
    return f"{asks}\n\n{whole_text(plan, round_, head.name)}\n\n{code}"
