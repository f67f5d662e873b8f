"""Which messages somebody else has to agree to before they leave, and whether they did: bound to the very text, by people who differ.

An approval is bound to the text's SHA-256. People tell each other its code, which is short enough to be read out: it names the text among those of a day, and never
stands for it. One changed letter is another text, and asks anew; with the letter back it is the same text again.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations

from composer.domain.channel import Channel
from composer.domain.fields import clean_text
from composer.domain.incident import Incident
from composer.domain.plan import ApprovalRule, Plan

ALPHABET = "2345679ACDEFGHJKMNPQRTVWXY"
"""What codes are made of: no letter and digit that look alike (0 O, 1 I L, 2 Z, 5 S, 8 B, U V)."""
CODE_LENGTH = 4
NAME_LIMIT = 120
"""The most characters of the name of somebody who agrees."""
SPOKEN: Mapping[str, str] = {
    "A": "Alfa", "C": "Charlie", "D": "Delta", "E": "Echo", "F": "Foxtrot", "G": "Golf", "H": "Hotel", "J": "Juliett", "K": "Kilo", "M": "Mike", "N": "November", "P": "Papa",
    "Q": "Quebec", "R": "Romeo", "T": "Tango", "V": "Victor", "W": "Whiskey", "X": "X-ray", "Y": "Yankee",
}  # fmt: skip
"""How the letters of it are read out, in every language, so that no two sound alike."""

FROM_THE_FUTURE = timedelta(minutes=2)
"""So much later than now an approval may be: clocks differ. One that is later still was given under a clock that was wrong, and does not count."""


class ConsentWay(StrEnum):
    """How somebody said yes."""

    VOICE = "voice"
    CHAT = "chat"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Consent:
    """One person's yes to one text. `role` is the key of the role in which it was given, `digest` the text's (see `text_digest`), `written_at` the time that the text says of itself (None: now).

    `way` is how it was given, `link` where it can be read again. Times UTC.
    """

    role: str
    name: str
    way: ConsentWay
    digest: str
    at: datetime
    template: str
    link: str = ""
    written_at: datetime | None = None


class ConsentState(StrEnum):
    """What a yes is worth for the text as it is now."""

    GOOD = "good"
    OTHER_TEXT = "other_text"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """How one rule stands: who agreed to the text so far, how many are still missing, and the keys of the roles of which each would count."""

    rule: ApprovalRule
    given: tuple[Consent, ...]
    missing: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """How a message stands that needs approval. `consents` are all that were given for its template since it was last published, with what each is worth now."""

    code: str
    digest: str
    rules: tuple[RuleStanding, ...]
    consents: tuple[tuple[Consent, ConsentState], ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the message may leave."""
        return not any(one.missing for one in self.rules)

    @property
    def may_override(self) -> bool:
        """Whether the plan lets it leave without, for a reason: each rule that is not met allows it."""
        return all(one.rule.may_override for one in self.rules if one.missing)

    @property
    def good(self) -> tuple[Consent, ...]:
        """The approvals that hold for the text as it is now."""
        return tuple(one for one, state in self.consents if state is ConsentState.GOOD)

    @property
    def void(self) -> Consent | None:
        """The newest approval that was for an earlier text, where nothing holds for this one."""
        earlier = [one for one, state in self.consents if state is ConsentState.OTHER_TEXT]
        return max(earlier, key=lambda one: one.at) if earlier and not self.good else None

    @property
    def lapsed(self) -> Consent | None:
        """The newest approval of this very text that is too old, where nothing holds."""
        old = [one for one, state in self.consents if state is ConsentState.LAPSED]
        return max(old, key=lambda one: one.at) if old and not self.good else None

    @property
    def wanted_roles(self) -> tuple[str, ...]:
        """The keys of the roles of which somebody is still to agree."""
        return tuple(dict.fromkeys(role for one in self.rules if one.missing for role in one.roles))

    @property
    def valid_minutes(self) -> int:
        """How long an approval holds: as the strictest rule says."""
        return min((one.rule.valid_minutes for one in self.rules), default=0)


def rules_for(
    plan: Plan, incident: Incident, severity: str, template: str, channel: Channel
) -> tuple[ApprovalRule, ...]:
    """The plan's rules that a message falls under, in the plan's order; each of them is to be met."""
    return tuple(
        rule
        for rule in plan.approvals
        if (template in rule.messages or channel in rule.channels)
        and (not rule.severities or severity in rule.severities)
        and (rule.security is None or rule.security is incident.security)
    )


def standing(
    rules: Sequence[ApprovalRule], consents: Iterable[Consent], digest: str, now: datetime
) -> Approval:
    """How a message stands whose text has that digest. `consents` are those for its template that no publish has used yet."""
    consents = sorted(consents, key=lambda one: one.at)
    found = tuple(_stands(rule, consents, digest, now) for rule in rules)
    shortest = min((rule.valid_minutes for rule in rules), default=0)
    states = tuple((one, _state(one, digest, now, shortest)) for one in consents)
    return Approval(code_of(digest), digest, found, states)


def _stands(rule: ApprovalRule, consents: Sequence[Consent], digest: str, now: datetime) -> RuleStanding:
    good = [
        one
        for one in consents
        if one.role in rule.roles and _state(one, digest, now, rule.valid_minutes) is ConsentState.GOOD
    ]
    # One person may have said yes in two roles: the choice that gets furthest counts.
    unlike = list({(person(one.name), one.role): one for one in good}.values())
    for count in range(min(rule.count, len(unlike)), 0, -1):
        for chosen in combinations(unlike, count):
            if _together(rule, chosen):
                missing = rule.count - count
                return RuleStanding(rule, chosen, missing, _still(rule, chosen) if missing else ())
    return RuleStanding(rule, (), rule.count, rule.roles)


def _together(rule: ApprovalRule, chosen: Sequence[Consent]) -> bool:
    """Whether these count side by side: different people, each for a role of their own as far as the rule names so many."""
    people = {person(one.name) for one in chosen}
    roles = {one.role for one in chosen}
    return len(people) == len(chosen) and len(roles) >= min(len(chosen), len(rule.roles))


def _still(rule: ApprovalRule, given: Sequence[Consent]) -> tuple[str, ...]:
    """The roles that are left to be asked: not one that has spoken, where the rule names enough of them."""
    spoken = {one.role for one in given}
    others = tuple(role for role in rule.roles if role not in spoken)
    return others if len(rule.roles) >= rule.count else rule.roles


def _state(consent: Consent, digest: str, now: datetime, valid_minutes: int) -> ConsentState:
    if consent.digest != digest:
        return ConsentState.OTHER_TEXT
    age = now - consent.at
    fresh = -FROM_THE_FUTURE <= age <= timedelta(minutes=valid_minutes)
    return ConsentState.GOOD if fresh else ConsentState.LAPSED


# --- the text, and its code -------------------------------------------------------------------------------------


def text_digest(incident: str, template: str, channel: Channel, parts: Iterable[str | None]) -> str:
    """SHA-256 over all that readers get of one message, as 64 hexadecimal digits. `parts` are its texts in a fixed order: subject, body, what replaces it later.

    Each part goes in with its length in bytes before it, and none is another thing than an empty one, so two messages that differ anywhere never have the same bytes.
    """
    whole = hashlib.sha256(b"approval 1\n")
    for part in (incident, template, channel.value, *parts):
        if part is None:
            whole.update(b"-\n")
            continue
        encoded = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d\n%b" % (len(encoded), encoded))
    return whole.hexdigest()


def code_of(digest: str) -> str:
    """The code of a text, to be read out: four characters of `ALPHABET`, half a million different ones."""
    number, code = int(digest, 16), ""
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        code += ALPHABET[place]
    return code


def read_code(typed: str) -> str:
    """A code as somebody typed it: without spaces and hyphens, in capital letters."""
    return "".join(char for char in unicodedata.normalize("NFKC", typed).upper() if char.isalnum())


def spoken(code: str) -> str:
    """A code as it is read out: `Kilo 7 Quebec 2`."""
    return " ".join(SPOKEN.get(char, char) for char in code)


# --- people -----------------------------------------------------------------------------------------------------


def person(name: str) -> str:
    """What tells people apart by their names: not capital letters, spaces or an @ before it."""
    seen = (
        char for char in unicodedata.normalize("NFKC", name).casefold() if unicodedata.category(char) != "Cf"
    )
    return " ".join("".join(seen).strip().removeprefix("@").split())


def clean_name(name: str) -> str:
    """A name as it can stand in the record: one line, without brackets, and not endless."""
    plain = clean_text(name, multiline=False).replace("(", " ").replace(")", " ")
    return " ".join(plain.split())[:NAME_LIMIT]


def own_roles(plan: Plan, incident: Incident, who: str) -> frozenset[str]:
    """The keys of the roles that the person at the keyboard has: Communications Lead, and whatever the incident says that they are."""
    held = {role for role, name in incident.roles.items() if person(name) == person(who)}
    return frozenset(
        role.key
        for role in plan.every_role
        if role.key == COMMUNICATIONS_LEAD or role.key in held or role.field in held
    )


COMMUNICATIONS_LEAD = "communications_lead"
"""The role of whoever is at the keyboard."""


def is_own_text(consent_role: str, name: str, who: str, own: Collection[str]) -> bool:
    """Whether somebody would approve what they wrote themselves, in a role that is not theirs."""
    return person(name) == person(who) and consent_role not in own
