"""Who is reached by a message, in words: for the question that is asked before something leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from composer.connections.accounts import Account, ExecutivesAccount, Kind, SlackAccount, StaticPageAccount
from composer.domain.channel import Channel
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.domain.sayings import Code
from composer.domain.security import may_be_told
from composer.rendering.slack_channel import is_channel_id
from composer.services.core import Services
from composer.services.inviting import invited, slack_ids
from composer.services.reach import Reachable, Readers
from ui import sayings
from ui.connected import account_name
from ui.language import number, utc_and_local

NAMED = 4
"""So many recipients are named; of more, these and how many others."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True)
class Place:
    """One place to which a message goes, as a person knows it, and who is reached there."""

    where: str
    reached: str


def places(
    services: Services,
    incident: Incident,
    channel: Channel,
    *,
    notify: bool,
    not_invited: Collection[str] = (),
) -> list[Place]:
    """Each place to which a channel's message about an incident goes: one a status page and a workspace. `not_invited` are roles that a person leaves out of a new Slack channel."""
    if incident.security and channel is Channel.EXECUTIVE:
        people = [address for _name, address in may_be_told(services.plan)]
        return [Place(", ".join(people), tr("who needs to know: {count}").format(count=len(people)))]
    found: list[Place] = []
    if not services.practice and channel in services.connected:
        if channel is Channel.STATUS_PAGE:
            address = services.plan.organisation.status_page_url.removeprefix("https://")
            pages = [(one, _page(one.account, address)) for one in services.reach]
            found = [Place(page, _page_readers(services, one, notify)) for one, page in pages if page]
        elif channel is Channel.SLACK:
            slacks = [(one, one.account) for one in services.reach if isinstance(one.account, SlackAccount)]
            # The plan's Slack ids, and a channel's that a person gave, are those of the first workspace.
            first = next((one for _, one in slacks if not one.is_webhook), None)
            found = [
                _in_workspace(services, incident, each, one, first=one is first, left_out=not_invited)
                for each, one in slacks
                if (one.is_webhook and not incident.security)
                or one is first
                or not (one.is_webhook or is_channel_id(incident.slack_channel))
            ]
    if found:
        return found
    name = _addresses(services) if channel is Channel.EXECUTIVE else where(services, incident, channel)
    return [Place(name, reached(services, channel, notify=notify))]


def reached(services: Services, channel: Channel, *, notify: bool) -> str:
    """Who gets a channel's message: how many, and their names where they are few. Practice says what it has in their place."""
    if services.practice:  # a short list that is in memory
        mail_list = services.ways_out.mail_lists.get(channel)
        people = [] if mail_list is None else [name for name, _address in mail_list.recipients]
        return _in_practice(channel, people)
    if channel is not Channel.COPY and channel not in services.connected:
        return tr("nobody by itself: you paste it there, and mark it as sent")
    lists = _lists(services, channel)
    for trouble in (one.trouble for one in lists if one.trouble):
        return tr("can't be told: {trouble}").format(trouble=sayings.problem(trouble))
    in_slack = executives_in_slack(services) if channel is Channel.EXECUTIVE else None
    count = sum(one.count for one in lists)
    if count:
        names = [name for one in lists for name in one.names]
        words = tr("{count}: {names}").format(count=number(count), names=_names(names, count))
        return (
            tr("{readers}; and everyone in {name}").format(readers=words, name=in_slack)
            if in_slack
            else words
        )
    match channel:
        case Channel.STATUS_PAGE if notify:
            return _told(services) or uncounted(tr("everyone who reads it; its subscribers are told"))
        case Channel.STATUS_PAGE:
            return tr("everyone who reads it; no subscriber is told")
        case Channel.SLACK:
            return uncounted(tr("everyone in the channel"))
        case Channel.EXECUTIVE if in_slack:
            return uncounted(tr("everyone in {name}").format(name=in_slack))
        case Channel.EXECUTIVE:
            return uncounted(tr("the executives on your list"))
        case Channel.EMAIL:
            return uncounted(tr("the customers on your list, a mail each"))
        case Channel.PAGERDUTY:
            return uncounted(tr("who follows the incident there"))
        case Channel.COPY:
            return tr("nobody: it is handed to you to paste")


def uncounted(who: str) -> str:
    """Who is reached where nobody knows how many they are: that is said, and not left out."""
    return tr("{who} (how many is not known)").format(who=who)


def where(services: Services, incident: Incident, channel: Channel) -> str:
    """Where a channel's messages about an incident go, as a person knows it."""
    match channel:
        case Channel.SLACK:
            count = sum(isinstance(one.account, SlackAccount) for one in services.reach)
            if count < 2 or services.practice or is_channel_id(incident.slack_channel):
                return incident.slack_channel
            return tr("{name} in {count} workspaces").format(name=incident.slack_channel, count=count)
        case Channel.STATUS_PAGE:
            return page_where(services)
        case Channel.PAGERDUTY:
            return incident.pagerduty_incident or ""
        case _:
            return ""


def page_where(services: Services) -> str:
    """The status page as a person knows it: by the plan's address, or as the connections name more of them. Practice writes its own, and names no real one."""
    if services.practice:
        return tr("practice status page")
    address = services.plan.organisation.status_page_url.removeprefix("https://")
    pages = [_page(one.account, address) for one in services.reach]
    return ", ".join(dict.fromkeys(page for page in pages if page)) or address


def _page(account: Account, address: str) -> str:
    if isinstance(account, StaticPageAccount):
        return (account.url or account.folder).removeprefix("https://")
    if account.kind is not Kind.STATUSPAGE:
        return ""
    return account_name(account) if "." in account.name else address


def leaves_by_itself(services: Services, channels: Iterable[Channel]) -> bool:
    """Whether the program carries at least one of the channels. Of a round of others nothing leaves, so nothing is held."""
    if services.practice:
        return True
    return any(channel is not Channel.COPY and channel in services.connected for channel in channels)


def by_hand_note() -> str:
    """What stands beside the button where nothing leaves by itself."""
    return tr("Nothing leaves by itself: you paste each text and mark it as sent.")


def hold_note(seconds: float) -> str:
    """What stands beside the button: that there is time to take it back, or that there is none."""
    if seconds <= 0:
        return tr("There is no hold: it leaves at once.")
    return tr("Held for {seconds:g} seconds: nothing leaves before, Esc takes it back.").format(
        seconds=seconds
    )


def hold_seconds(services: Services, plan: Plan, *, mass_mail: bool) -> float:
    """How long a round is held, in seconds; mail to many longer, unless the hold is turned off."""
    asked = services.settings.hold_s
    hold = plan.delivery.hold_s if asked is None else asked
    return max(hold, plan.delivery.mass_mail_hold_s) if mass_mail and hold > 0 else hold


def _in_practice(channel: Channel, people: list[str]) -> str:
    match channel:
        case Channel.STATUS_PAGE:
            return tr("nobody: the practice page on this computer has no subscribers")
        case Channel.SLACK | Channel.PAGERDUTY:
            return tr("nobody: it goes into a transcript on this computer")
        case Channel.EMAIL | Channel.EXECUTIVE:
            return tr("nobody: files for {count} made-up addresses ({names})").format(
                count=len(people), names=_names(people, len(people))
            )
        case Channel.COPY:
            return tr("nobody: it is handed to you to paste")


def _lists(services: Services, channel: Channel) -> list[Readers]:
    """The lists of a channel as they were last read; none before that, and where it has none."""
    kind = {Channel.EMAIL: Kind.CUSTOMERS, Channel.EXECUTIVE: Kind.EXECUTIVES}.get(channel)
    return [one.readers for one in services.reach if one.account.kind is kind and one.readers is not None]


def _addresses(services: Services) -> str:
    """The executives' addresses, the first few of many, and their Slack channel."""
    mail_list = services.ways_out.mail_lists.get(Channel.EXECUTIVE)  # a short list, in memory
    found = [] if mail_list is None else [address for _name, address in mail_list.recipients]
    in_slack = executives_in_slack(services)
    return ", ".join([*found[:NAMED], *(["…"] if found[NAMED:] else []), *([in_slack] if in_slack else [])])


def _told(services: Services) -> str:
    """How many subscribers the pages tell, as they said when they were last checked; empty where none said so."""
    pages = [one for one in services.reach if one.account.kind is Kind.STATUSPAGE]
    counts = [one.count for one in pages if one.count is not None]
    checked = [one.check.at for one in pages if one.check is not None]
    if not counts or len(counts) < len(pages):
        return ""
    return tr("everyone who reads it; its {count} subscribers are told (counted {time})").format(
        count=number(sum(counts)), time=utc_and_local(min(checked), now=services.clock.now())
    )


def _page_readers(services: Services, one: Reachable, notify: bool) -> str:
    """Who reads one page, and whether its subscribers are told: how many, as it said when it was last checked."""
    if one.account.kind is not Kind.STATUSPAGE:
        return tr("everyone who reads it; it has no subscribers to tell")
    if not notify:
        return tr("everyone who reads it; no subscriber is told")
    if one.count is None or one.check is None:
        return uncounted(tr("everyone who reads it; its subscribers are told"))
    return tr("everyone who reads it; its {count} subscribers are told (counted {time})").format(
        count=number(one.count), time=utc_and_local(one.check.at, now=services.clock.now())
    )


def _in_workspace(
    services: Services,
    incident: Incident,
    found: Reachable,
    account: SlackAccount,
    *,
    first: bool,
    left_out: Collection[str],
) -> Place:
    """The incident's channel in one workspace: who is invited to a new one, else everyone there."""
    _, _, own = account.name.partition(".")
    name = tr("webhook") if account.is_webhook else incident.slack_channel
    place = f"{name} ({own})" if own else name
    if account.is_webhook or not incident.creates_slack_channel:
        members = "" if account.is_webhook else _members(services, found, incident)
        return Place(place, members or uncounted(tr("everyone in the channel")))
    secret = incident.security
    ids = slack_ids(services.plan, incident.severity, left_out, security=secret) if first else []
    count = len(invited(ids, () if secret else account.invite))
    if secret:
        return Place(place, tr("a new private channel; invited: {count}").format(count=count))
    if not count:
        return Place(place, tr("a new channel; nobody is invited"))
    if count == 1:
        return Place(place, tr("a new channel; 1 is invited"))
    return Place(place, tr("a new channel; {count} are invited").format(count=count))


def _members(services: Services, one: Reachable, incident: Incident) -> str:
    """How many read the incident's channel in one workspace, as Slack said when it was last checked; empty where it did not."""
    for said in () if one.check is None else one.check.said.facts:
        values = dict(said.values)
        if (
            one.check is not None
            and said.code is Code.CHANNEL_MEMBERS
            and values.get("channel") == incident.slack_channel
        ):
            return tr("everyone in the channel: {count} members (counted {time})").format(
                count=number(int(values["count"])),
                time=utc_and_local(one.check.at, now=services.clock.now()),
            )
    return ""


def executives_in_slack(services: Services) -> str | None:
    """The Slack channel in which executives read; None where they have none."""
    accounts = [one.account for one in services.reach]
    return next((one.slack_channel for one in accounts if isinstance(one, ExecutivesAccount)), None)


def _names(people: list[str], count: int) -> str:
    named = ", ".join(people[:NAMED])
    if count <= NAMED:
        return named
    return tr("{names} and {count} more").format(names=named, count=number(count - NAMED))


def public_audiences(services: Services, channels: Iterable[Channel]) -> str:
    """Said where a round reaches more than one audience outside: the readers of each page, and customers by mail. Empty where it is one, or none."""
    reached_by = set(channels)
    found = []
    if Channel.STATUS_PAGE in reached_by:
        found += page_where(services).split(", ")
    if Channel.EMAIL in reached_by:
        found.append(tr("customers by mail"))
    if len(found) < 2:
        return ""
    return tr("{count} public audiences at once: {names}").format(
        count=number(len(found)), names=", ".join(found)
    )
