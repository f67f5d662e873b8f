"""Spelling in a round as it is prepared: what is known of its words, and which are still to be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from composer.checks.phrases import words_of
from composer.checks.spelling import MOST, Speller, misspelt, without_verdict
from composer.checks.typed import written_in
from composer.checks.wording_told import places_of, texts_of
from composer.domain.channel import Audience
from composer.domain.fields import FieldCatalogue
from composer.domain.findings import Finding, Level
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told
from composer.domain.wording import PREFIX
from composer.planning.layers import Library
from composer.services.rounds import PreparedMessage, Round

SPELLING = f"{PREFIX}spelling"
"""The code of what is said of a word's spelling."""
LANGUAGE = "en"
"""The language of the dictionary."""


class Spelling:
    """What is known of the spelling of words, for as long as a home is open."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._speller = Speller(library.wording.spelling)
        self._verdicts: dict[str, str | None] = {}
        self._known: frozenset[str] | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether a word was looked up before."""
        return bool(self._verdicts)

    def checked(self, round_: Round) -> Round:
        """The round with what is known of the spelling of its public texts. Nothing is looked up."""
        found = tuple(dict.fromkeys(self._findings(round_)))
        return replace(round_, findings=(*round_.findings, *found)) if found else round_

    def unknown(self, round_: Round, but: str = "") -> tuple[str, ...]:
        """The words of its public texts that are still to be looked up, without the one that is being written."""
        words = (
            word
            for _, _, text in self._texts(round_)
            for word in without_verdict(text, self._verdicts, self._own)
        )
        return tuple(dict.fromkeys(islice((word for word in words if word != but), MOST)))

    def look_up(self, words: Iterable[str]) -> None:
        """Find out about some words. Blocks: call it off the window's thread."""
        self._verdicts.update(self._speller.judge(words))

    @property
    def _own(self) -> frozenset[str]:
        """The plan's words, which are spelt right as they stand there."""
        if self._known is None:
            plan = self._library.plan
            own = [*self._library.wording.spelling.words, *_plan_words(plan)]
            own += [one.body for one in self._library.templates.values()]
            self._known = frozenset(word for text in own for word, _, _ in words_of(text))
        return self._known

    def _texts(self, round_: Round) -> Iterator[tuple[PreparedMessage, str, str]]:
        if not self._library.wording.spelling.on:
            return
        catalogue, words = self._library.catalogue, self._library.plan.words
        for one in round_.messages:
            head = one.head
            if head.audience is Audience.PUBLIC and head.language.partition("-")[0].casefold() == LANGUAGE:
                for field, text in texts_of(head, one.values, catalogue, words):
                    yield one, field.name, text

    def _findings(self, round_: Round) -> Iterator[Finding]:
        catalogue: FieldCatalogue = self._library.catalogue
        for one, name, text in self._texts(round_):
            where = catalogue[
                written_in(name, {**round_.incident.values, **round_.request.values}, catalogue)
            ]
            for start, end, meant in misspelt(text, self._verdicts, self._own):
                said = text[start:end]
                yield Finding(
                    SPELLING,
                    told(Code.WORDING_SPELLING, field=where.label, said=said),
                    Level.ADVICE,
                    one.head.channel,
                    where.name,
                    one.head.name,
                    (start, end),
                    said,
                    places=places_of(one.message, name, said),
                    instead=meant or None,
                )


def _plan_words(plan: Plan) -> Iterator[str]:
    organisation = plan.organisation
    yield from (
        organisation.name,
        organisation.team,
        organisation.support_email,
        organisation.status_page_title,
    )
    yield from (one.name for one in plan.services)
    yield from (f"{one.name} {one.slack} {one.role}" for one in plan.contacts)
    for component in plan.components:
        yield f"{component.name} {component.description}"
        yield from (f"{one.label} {one.title} {one.brief} {one.impact}" for one in component.symptoms)
