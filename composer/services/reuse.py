"""Starting a message from an earlier one: its words go into the fields of the next round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from composer.domain.draft import Draft
from composer.domain.fields import FieldCatalogue, FieldType, FieldValue
from composer.domain.record import Message
from composer.services.core import Services

WORDS = (FieldType.LINE, FieldType.TEXT, FieldType.LIST)
"""Kinds of fields whose words can be said again. Times, people, numbers and a yes or no belong to their own moment."""
NAMES_THE_INCIDENT = ("public_title",)


@dataclass(frozen=True, slots=True)
class Reused:
    """A draft with an earlier message's words in it, not yet stored. `replaces` are the labels of the fields in which a person had typed something else."""

    draft: Draft
    replaces: tuple[str, ...]


def words_of(catalogue: FieldCatalogue, message: Message) -> dict[str, FieldValue]:
    """What of a message's values can be said again."""
    return {
        name: value
        for name, value in message.values.items()
        if name in catalogue
        and catalogue[name].type in WORDS
        and not catalogue[name].derived
        and name not in NAMES_THE_INCIDENT
        and value
    }


def reuse(services: Services, incident_id: str, message: Message) -> Reused:
    """The next round of an open incident, begun with the words of a message. Nothing is stored: who typed something else there is asked first."""
    catalogue = services.library.catalogue
    words = words_of(catalogue, message)
    draft = services.draft_for(incident_id)
    is_stored = any(one.id == draft.id for one in services.record.drafts())
    said = {
        name: value
        for one in services.record.messages(incident_id=incident_id)
        for name, value in one.values.items()
    }
    replaces = tuple(
        catalogue[name].label
        for name, value in words.items()
        if is_stored and draft.values.get(name) not in (None, value, said.get(name))
    )
    now = services.clock.now()
    return Reused(replace(draft, values={**draft.values, **words}, updated_at=now), replaces)


def hand_over(services: Services, incident_id: str, messages: Iterable[Message]) -> tuple[str, ...]:
    """Put the words of messages that belong to another incident into its draft, and store it. What a person typed there stays; the labels of those fields are given."""
    kept: list[str] = []
    for message in messages:
        reused = reuse(services, incident_id, message)
        if reused.replaces:
            kept += reused.replaces
        else:
            services.save_draft(reused.draft)
    return tuple(dict.fromkeys(kept))
