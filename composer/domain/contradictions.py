"""What a round may not say at once, as data: how much each rule weighs, from when on it speaks, and the words that it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Clash(StrEnum):
    """The rules, each by the code of its findings."""

    NUMBERS = "numbers_differ"
    START = "start_differs"
    END = "end_differs"
    ORDER = "text_ends_before_start"
    DURATION = "duration_differs"
    ETA = "eta_passed"
    PROMISE = "promise_passed"
    STALE = "stale_text"
    RESOLVED = "says_resolved"
    PHASE = "phase_differs"
    CHANNELS = "channels_apart"
    BACK = "back_without_word"
    SEVERITY = "severity_differs"
    SEVERITY_TEXT = "severity_text_old"
    ALL_WELL = "all_well"
    ALL_WELL_ELSEWHERE = "all_well_elsewhere"
    COMPONENT_WELL = "component_well"
    OTHERS = "others_open"
    LEFT = "left_degraded"
    DATA = "data_differs"
    DATA_EARLY = "data_not_known"
    DATA_BEFORE = "data_said_before"
    SHARED = "shared_component"
    SAME = "same_public_text"


class Weight(StrEnum):
    """What a finding of a rule does. What blocks in a public text is advice in an internal one."""

    BLOCKING = "blocking"
    ADVICE = "advice"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ClashLimits:
    """From when on two sides differ. Minutes, and percent of the greater one."""

    stale_minutes: int = 15
    time_minutes: int = 5
    duration_minutes: int = 5
    duration_percent: int = 10
    about_percent: int = 10
    about_share_percent: int = 5


@dataclass(frozen=True, slots=True)
class ClashRules:
    """The rules in force. `words` are lists of words and phrases by their names; in a phrase, `…` stands for a few words of the same sentence. `nouns` maps what is counted to
    the words for it: numbers are compared only where they count the same."""

    weights: Mapping[str, Weight] = field(default_factory=dict)
    limits: ClashLimits = field(default_factory=ClashLimits)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def weight(self, clash: Clash) -> Weight:
        """What that rule does; a rule that no file names is advice."""
        return self.weights.get(clash.value, Weight.ADVICE)
