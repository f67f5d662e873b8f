"""What a security incident keeps from its messages: words that are not public, its title and code name; and readers who need not know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from composer.checks.gate import Asked
from composer.checks.leaks import LeakGuard
from composer.checks.leaks_told import check_leaks, first_leak
from composer.domain.channel import Audience, Channel
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding
from composer.domain.incident import Incident
from composer.domain.leaks import LeakKind, LeakRule, LeakRules
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told
from composer.domain.security import SecurityState, may_be_told


def check_security(
    plan: Plan,
    incident: Incident,
    state: SecurityState | None,
    asked: Asked,
    catalogue: FieldCatalogue,
    typed: Mapping[str, FieldValue],
    public_title: str,
) -> list[Finding]:
    """What keeps one message of a security incident back, beside what the leak guard finds in any. `public_title` is the title under which it is read."""
    head = asked.head
    if head.channel is Channel.EXECUTIVE and not may_be_told(plan):
        return [
            Finding("nobody_to_mail", told(Code.NOBODY_TO_MAIL), channel=head.channel, template=head.name)
        ]
    if head.audience is not Audience.PUBLIC:
        return []
    guard = _guard(plan.security.words_not_public, names_kept(incident, state))
    return check_leaks(guard, asked, catalogue, public_title, typed)


def first_word_kept(plan: Plan, incident: Incident, state: SecurityState | None, text: str) -> str | None:
    """The first thing in a whole public text that a security incident keeps to itself, as a sentence; None where there is none."""
    if not incident.security:
        return None
    guard = _guard(plan.security.words_not_public, names_kept(incident, state))
    return first_leak(guard, text, public=True)


def names_kept(incident: Incident, state: SecurityState | None) -> tuple[str, ...]:
    """The names that the public must not read: the code name, and the internal title where it says more than the public one."""
    names = [state.code_name] if state is not None and state.code_name else []
    words = re.findall(r"\w+", incident.title.casefold())
    public = set(re.findall(r"\w+", incident.public_title.casefold()))
    if len(words) > 1 and not public.issuperset(words):
        names.append(incident.title)
    return tuple(names)


@lru_cache(maxsize=8)
def _guard(words: tuple[str, ...], names: tuple[str, ...]) -> LeakGuard:
    """Made once for an incident: a pattern takes longer to be made than to be tried."""
    begins = "|".join(re.escape(word) for word in words)
    rules = (
        (
            LeakRule(
                "not_public",
                LeakKind.INTERNAL,
                told(Code.WORD_NOT_PUBLIC),
                rf"(?i)(?:^|[^\pL\pN_])((?:{begins})[\pL\pN_-]*)",
            ),
        )
        if words
        else ()
    )
    return LeakGuard(LeakRules(rules), never=names)
