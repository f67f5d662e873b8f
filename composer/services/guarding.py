"""What guards the texts of a home: the rules in force, with the names that the plan keeps to itself."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from composer.checks.leaks import LeakGuard, words_of
from composer.checks.passages import Reader
from composer.domain.plan import Plan
from composer.own_secrets import OwnSecrets
from composer.planning.layers import Library


def guard_of(library: Library, secrets: OwnSecrets | None = None) -> LeakGuard:
    """The guard for what is in force. Staff of the plan is kept from the public, the addresses that the plan prints in messages are not."""
    return LeakGuard(library.leaks, never=_staff(library.plan), public=_public(library.plan), secrets=secrets)


def learn_customers(guard: LeakGuard, file: str, people: Sequence[tuple[str, str]]) -> None:
    """Let the guard know a list of customers: none of them is named to the others."""
    guard.customers.learn(file, people, words_of)


def reader_of(library: Library) -> Reader:
    """Who reads the texts of a round for what contradicts itself, by what is in force."""
    return Reader(library.contradictions, library.plan)


def _staff(plan: Plan) -> list[str]:
    """Names of people, as whole words, and their addresses. A first name alone is a word like others: only a name of two words or more counts."""
    names = [one.name for one in plan.contacts if " " in one.name.strip()]
    return names + [one.email for one in plan.contacts if one.email]


def _public(plan: Plan) -> list[str]:
    organisation = plan.organisation
    addresses = [organisation.support_email, organisation.status_page_url, organisation.name]
    host = urlsplit(organisation.status_page_url).netloc
    return [one for one in (*addresses, host) if one]
