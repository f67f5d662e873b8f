"""The name of an incident's Slack channel, derived from its internal title."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

LONGEST = 80
"""The most characters of a Slack channel's name, without the `#`."""

_ID = re.compile(r"[CG](?=[A-Z]*[0-9])[A-Z0-9]{6,20}")


def slack_channel_name(pattern: str, day: date, title: str) -> str:
    """`#incident-2026-11-23-checkout-payments`: valid for Slack (lower case, digits, hyphens, at most 80 characters).

    `pattern` is the plan's, with `{date}` (the UTC date of the start) and `{slug}`; letters outside ASCII are transliterated. A title without any letter or digit leaves no
    dangling hyphen.
    """
    from slugify import slugify  # needed where an incident is declared; a start has no use for it

    room = LONGEST - len(pattern.replace("{date}", day.isoformat()).replace("{slug}", ""))
    slug = (
        slugify(title[:1_000], max_length=max(room, 1), word_boundary=True, save_order=True)
        if room > 0
        else ""
    )
    name = pattern.replace("{date}", day.isoformat()).replace("{slug}", slug)
    name = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9-]+", "-", name.lower())).strip("-")
    return "#" + (name[:LONGEST].strip("-") or day.isoformat())


def private_channel_name(pattern: str, day: date, code_name: str) -> str:
    """`#juniper-2026-11-23`: the private channel of a security incident, whose name says nothing of what happened."""
    return slack_channel_name(pattern.replace("{code}", "{slug}"), day, code_name)


def given_slack_channel(given: str) -> str:
    """The existing channel that a person named: an id as it is, a name with one `#`."""
    bare = given.strip().lstrip("#")
    return bare if _ID.fullmatch(bare) else "#" + bare.lower()


def new_slack_channel(wanted: str) -> str:
    """The name that a person wants for a channel to be made, as Slack takes it; empty where nothing of it is left."""
    name = re.sub(r"-{2,}", "-", re.sub(r"[^\w-]+", "-", wanted.strip().lstrip("#").lower(), flags=re.ASCII))
    name = name[:LONGEST].strip("-")
    return f"#{name}" if name else ""


def is_channel_id(given: str) -> bool:
    """Whether a person gave a channel's id, which only an existing channel has."""
    return _ID.fullmatch(given.strip()) is not None


def free_name(name: str, taken: Collection[str]) -> str:
    """The name with the least number after it that no other channel has."""
    number, free = 1, name
    while free in taken:
        number += 1
        end = f"-{number}"
        free = name[: LONGEST + 1 - len(end)].rstrip("-") + end
    return free
