"""What the previews show, as HTML made by escaping: nothing that a person typed is ever markup, and nothing is loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from composer.domain.channel import Channel
from composer.domain.message import RenderedMessage, TemplateHead, join
from composer.domain.on_page import OnPage
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.record import Message
from composer.rendering.escaping import escape
from composer.rendering.lines import label_length, lines_of
from composer.rendering.word_diff import changes
from composer.services.rounds import PreparedMessage, Round
from ui import sayings
from ui.theme import Colours
from ui.widgets.underlined import Places, Underlined, dotted, line_above, solid, underlined

MOST_CHARACTERS = 64 * 1024
"""A preview shows at most so many characters of a message; what leaves is the whole of it."""
LONGEST_LINE = 10_000
"""A longer line is broken, because the text engine takes long over one of a million characters."""
PEOPLE = ("incident_commander", "technical_lead")
LINKED = (*PEOPLE, "slack_channel", "incident_channel")
"""In Slack these stand as links."""
DRILL_ENDS = " · "
"""Where words stand in a message's body, in characters."""

SHAPES = {
    ComponentStatus.OPERATIONAL: "✓",
    ComponentStatus.UNDER_MAINTENANCE: "■",
    ComponentStatus.DEGRADED_PERFORMANCE: "◐",
    ComponentStatus.PARTIAL_OUTAGE: "◆",
    ComponentStatus.MAJOR_OUTAGE: "✕",
}
"""A component's state is told by its shape and its word; the colour only helps."""


@dataclass(frozen=True, slots=True)
class Words:
    """The preview's own words, in the person's language."""

    app: str
    sender: str
    to: str
    subject: str
    plain: str
    customers: str
    executives: str
    cut: str
    no_title: str
    unfilled: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the previews are made with beside the round: the plan (None: keys stand for names), the colours, the words, and when it would be said (None: not told)."""

    plan: Plan | None
    of: Colours
    words: Words
    at: datetime | None = None


def channel_page(setting: Setting, round_: Round, channel: Channel, earlier: tuple[Message, ...]) -> str:
    """All messages of one channel in this round as one page."""
    pages = []
    for prepared in round_.messages:
        if prepared.head.channel is channel:
            if prepared.message is None:
                pages.append(
                    _card(
                        _p(
                            escape(sayings.of(prepared.error or "") or setting.words.unfilled),
                            setting.of.danger_text,
                        ),
                    )
                )
            else:
                pages.append(_page(setting, round_, prepared, prepared.message, earlier))
    return _body(setting, _rule(setting).join(pages))


def texts_of(round_: Round, channel: Channel) -> str:
    """What the channel's messages say, to tell whether something changed, and how long they are."""
    texts = []
    for prepared in round_.messages:
        if prepared.head.channel is channel:
            texts.append(
                sayings.of(prepared.error or "") if prepared.message is None else prepared.message.text
            )
    return "\n".join(texts)


def last_of(earlier: Iterable[Message], head: TemplateHead) -> Message | None:
    """The message of which changes are marked: the last of the same template; on the status page the last update."""
    return max((one for one in earlier if _compares(one, head)), key=lambda one: one.at, default=None)


def _compares(one: Message, head: TemplateHead) -> bool:
    return one.channel is head.channel if head.channel is Channel.STATUS_PAGE else one.template == head.name


def _page(
    setting: Setting,
    round_: Round,
    prepared: PreparedMessage,
    message: RenderedMessage,
    earlier: tuple[Message, ...],
) -> str:
    last = last_of(earlier, prepared.head)
    marked = underlined(round_.findings, prepared.head.name)
    lines = list(_lines(setting, message, last, marked))
    match message.channel:
        case Channel.STATUS_PAGE if prepared.page is not None:
            return _status_page(setting, prepared.page, lines, earlier, marked)
        case Channel.SLACK:
            return _slack(setting, lines)
        case Channel.EMAIL | Channel.EXECUTIVE:
            return _mail(setting, message, lines, marked)
        case _:
            return _card(_paragraph(lines))


# --- one channel each -------------------------------------------------------------------------------------------


def _slack(setting: Setting, lines: list[str]) -> str:
    of = setting.of
    time = "" if setting.at is None else f"{setting.at.astimezone(UTC):%H:%M}"
    app = (
        f'<p style="margin:0 0 4px 0"><b>{escape(setting.words.app)}</b> {_chip(setting, "APP")} '
        f'<span style="color:{of.muted}; font-size:small">{time}</span></p>'
    )
    head, rest = lines[0], lines[1:]
    while rest and not rest[0]:
        rest = rest[1:]
    title = f'<p style="margin:0 0 8px 0; font-size:large; font-weight:bold; white-space:pre-wrap">{head}</p>'
    return _card(app + title + _paragraph(rest))


def _status_page(
    setting: Setting,
    page: OnPage,
    lines: list[str],
    earlier: tuple[Message, ...],
    marked: Underlined,
) -> str:
    plan = setting.plan
    label = page.status.value.capitalize()
    if plan is not None:  # a page knows fewer states than there are phases
        label = plan.words.page_status.get(page.status.value, label)
    said = [one for one in earlier if one.channel is Channel.STATUS_PAGE]
    newest = max(said, key=lambda one: one.at, default=None)
    is_new = newest is not None and _page_word(plan, newest.phase) != label
    phase = _added(setting, escape(label)) if is_new else escape(label)
    drill = "" if plan is None else plan.words.drill
    first = _with_chip(setting, lines[0], drill)
    parts = [_paragraph([f"<b>{phase}</b> — {first}", *lines[1:]])]
    if setting.at is not None:
        parts.append(_small(setting, day_and_time(setting.at)))
    for one in sorted(said, key=lambda one: one.at, reverse=True)[:10]:
        old = _page_word(plan, one.phase)
        text = "<br>".join(escape(line) for line in _capped(one.text, setting.words.cut).split("\n"))
        text = _with_chip(setting, text, drill)
        parts.append(
            f"{_rule(setting)}{_paragraph([f'<b>{escape(old)}</b> — {text}'])}{_small(setting, day_and_time(one.at))}"
        )
    rows = "".join(_component(setting, key, status) for key, status in page.components.items())
    if rows:
        parts.append(f'{_rule(setting)}<table width="100%" cellpadding="4" cellspacing="0">{rows}</table>')
    title = line_above(setting.of, page.title or setting.words.no_title, marked, on_colour=True)
    return (
        '<table width="100%" cellspacing="0" cellpadding="12">'
        f'<tr><td bgcolor="{_bar(setting, page.impact)}"><b><span style="color:#ffffff; font-size:large">{title}</span></b></td></tr>'
        f"<tr><td>{''.join(parts)}</td></tr></table>"
    )


def _page_word(plan: Plan | None, phase: str) -> str:
    """The state that a page showed in that phase; the phase itself where the plan does not know it any more."""
    known = plan is not None and any(one.key == phase for one in plan.phases)
    if plan is None or not known:
        return phase.capitalize()
    status = plan.phase(phase).page_status.value
    return plan.words.page_status.get(status, status.capitalize())


def _mail(setting: Setting, message: RenderedMessage, lines: list[str], marked: Underlined) -> str:
    of, words = setting.of, setting.words
    organisation = setting.plan.organisation if setting.plan is not None else None
    sender = f"{organisation.name} <{organisation.support_email}>" if organisation is not None else ""
    to = words.customers if message.channel is Channel.EMAIL else words.executives
    rows = "".join(
        f'<tr><td style="color:{of.muted}">{escape(name)}</td><td style="{weight}">{value}</td></tr>'
        for name, value, weight in (
            (words.sender, escape(sender), ""),
            (words.to, escape(to), ""),
            (words.subject, line_above(of, message.subject_text or "", marked), "font-weight:bold"),
        )
        if value
    )
    head = f'<table cellpadding="2" cellspacing="0">{rows}</table>{_rule(setting)}'
    plain = "<br>".join(escape(line) for line in _capped(message.text, words.cut).split("\n"))
    both = f'{_rule(setting)}{_small(setting, words.plain)}<p style="font-family:monospace; white-space:pre-wrap; margin:4px 0 0 0">{plain}</p>'
    return _card(head + _paragraph(lines) + both)


# --- pieces -----------------------------------------------------------------------------------------------------


def _lines(
    setting: Setting, message: RenderedMessage, last: Message | None, marked: Underlined
) -> Iterator[str]:
    """The message line by line, dressed: labels bold, people tinted, what is new on green, what was found underlined."""
    new = _added_places(last.text, message.text) if last is not None else ()
    place, shown = 0, 0
    for line in lines_of(message.body):
        label, at, made = label_length(line), 0, []
        for segment in line:
            for text, bold in _split(segment.text, label - at):
                person = segment.field in LINKED and message.channel is Channel.SLACK
                made += _dressed(setting, text, place + at, new, marked, bold=bold, person=person)
                at += len(text)
        place += at + 1
        shown += at + 1
        yield "".join(made)
        if shown > MOST_CHARACTERS:
            yield escape(setting.words.cut)
            return


def _split(text: str, label: int) -> Iterator[tuple[str, bool]]:
    if label > 0:
        yield text[:label], True
    if text[max(label, 0) :]:
        yield text[max(label, 0) :], False


def _dressed(
    setting: Setting, text: str, place: int, new: Places, marked: Underlined, *, bold: bool, person: bool
) -> list[str]:
    made = []
    room = text[:MOST_CHARACTERS]
    cuts = {0, len(room)}
    for start, end in (*new, *marked.solid, *marked.dotted):
        cuts |= {min(max(start - place, 0), len(room)), min(max(end - place, 0), len(room))}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        piece = escape(_broken(room[start:end]))
        if bold:
            piece = f"<b>{piece}</b>"
        if person:
            piece = f'<span style="color:{setting.of.accent}">{piece}</span>'
        if any(low <= place + start < high for low, high in new):
            piece = _added(setting, piece)
        if any(low <= place + start < high for low, high in marked.solid):
            piece = solid(setting.of, piece)
        elif any(low <= place + start < high for low, high in marked.dotted):
            piece = dotted(setting.of, piece)
        made.append(piece)
    return made


def _added_places(old: str, new: str) -> Places:
    places, at = [], 0
    for change in changes(old, new):
        if change.kind == "removed":
            continue
        if change.kind == "added" and change.text.strip():
            places.append((at, at + len(change.text)))
        at += len(change.text)
    return tuple(places)


def _broken(text: str) -> str:
    if len(text) <= LONGEST_LINE:
        return text
    return "\n".join(text[start : start + LONGEST_LINE] for start in range(0, len(text), LONGEST_LINE))


def _capped(text: str, cut: str) -> str:
    shown = text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}\n{cut}"
    return "\n".join(_broken(line) for line in shown.split("\n"))


def _paragraph(lines: list[str]) -> str:
    return f'<p style="margin:0; white-space:pre-wrap; line-height:125%">{"<br>".join(lines)}</p>'


def _p(escaped: str, colour: str) -> str:
    return f'<p style="margin:0; color:{colour}">{escaped}</p>'


def _small(setting: Setting, text: str) -> str:
    return f'<p style="margin:6px 0 0 0; color:{setting.of.muted}; font-size:small">{escape(text)}</p>'


def _chip(setting: Setting, escaped: str) -> str:
    of = setting.of
    return f'<span style="background-color:{of.chip}; color:{of.text}; font-size:small; font-weight:bold">&nbsp;{escaped}&nbsp;</span>'


def _with_chip(setting: Setting, escaped: str, drill: str) -> str:
    """A text that begins with the plan's word for a drill, with that word set apart from the sentence."""
    begin = escape(drill) + DRILL_ENDS
    if not drill or not escaped.startswith(begin):
        return escaped
    return f"{_chip(setting, escape(drill))} {escaped[len(begin) :]}"


def _added(setting: Setting, escaped: str) -> str:
    return f'<span style="background-color:{setting.of.added_ground}">{escaped}</span>'


def _card(inner: str) -> str:
    return f'<table width="100%" cellspacing="0" cellpadding="12"><tr><td>{inner}</td></tr></table>'


def _rule(setting: Setting) -> str:
    return f'<hr style="background-color:{setting.of.border}">'


def _body(setting: Setting, inner: str) -> str:
    return f'<html><body style="color:{setting.of.text}">{inner}</body></html>'


def _component(setting: Setting, key: str, status: ComponentStatus) -> str:
    of, plan = setting.of, setting.plan
    name, word = key, status.value.replace("_", " ")
    if plan is not None:
        name = next((one.name for one in plan.components if one.key == key), key)
        word = plan.words.component_status.get(status.value, word)
    colour = (
        of.good_text
        if status.rank == 0
        else of.danger_text
        if status is ComponentStatus.MAJOR_OUTAGE
        else of.warning_text
    )
    mark = f'<b><span style="color:{colour}">{SHAPES[status]} {escape(word)}</span></b>'
    return f"<tr><td>{escape(name)}</td><td>{mark}</td></tr>"


def _bar(setting: Setting, impact: str) -> str:
    return setting.of.severities[{"critical": 0, "major": 1, "minor": 2}.get(impact, 3)]


def day_and_time(moment: datetime) -> str:
    """`Nov 23, 14:33 UTC`, as the page shows it."""
    return f"{moment.astimezone(UTC):%b %d, %H:%M} UTC"


def length_of(round_: Round, channel: Channel) -> int:
    """How many characters the channel's messages have."""
    return sum(
        len(join(one.message.body))
        for one in round_.messages
        if one.head.channel is channel and one.message is not None
    )
