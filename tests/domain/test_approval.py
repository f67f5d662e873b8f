"""Which messages need somebody's yes, and which yes counts: different people, the very text, for a while."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.approval import (
    ALPHABET,
    NAME_LIMIT,
    SPOKEN,
    Consent,
    ConsentState,
    ConsentWay,
    clean_name,
    code_of,
    is_own_text,
    own_roles,
    person,
    read_code,
    rules_for,
    spoken,
    standing,
    text_digest,
)
from composer.domain.channel import Channel
from composer.domain.plan import ApprovalRule
from tests.domain.shipped import T0, after, incident, plan

COMMANDER, LEAD, COMMS = "incident_commander", "technical_lead", "communications_lead"
ONE = ApprovalRule("Public", (COMMANDER,), channels=(Channel.STATUS_PAGE,))
TWO = ApprovalRule("Public", (COMMANDER, LEAD), 2, channels=(Channel.STATUS_PAGE,))
TEXT = text_digest("inc_1", "status_identified", Channel.STATUS_PAGE, ["We have identified the cause."])
OTHER = text_digest("inc_1", "status_identified", Channel.STATUS_PAGE, ["We have identified the cause!"])


def yes(role=COMMANDER, name="Maya Chen", digest=TEXT, minutes=0.0):
    return Consent(role, name, ConsentWay.VOICE, digest, after(minutes), "status_identified")


def needed(rule, *, template="status_identified", channel=Channel.STATUS_PAGE, severity="P0", security=False):
    on = replace(plan(), approvals=(rule,))
    return rules_for(on, incident(severity, security=security), severity, template, channel) == (rule,)


def test_the_shipped_plan_asks_for_nothing_where_nothing_is_secret():
    for name, channel in (("status_investigating", Channel.STATUS_PAGE), ("customer_email", Channel.EMAIL)):
        assert rules_for(plan(), incident(), "P0", name, channel) == ()


def test_a_rule_holds_for_its_channels_and_its_templates():
    assert needed(ONE)
    assert not needed(ONE, template="customer_email", channel=Channel.EMAIL)
    named = ApprovalRule("Mail", (COMMANDER,), messages=("customer_email",))
    assert needed(named, template="customer_email", channel=Channel.EMAIL)
    assert not needed(named)


def test_a_rule_holds_at_its_severities_and_for_secret_incidents_alone():
    assert needed(replace(ONE, severities=("P0",)))
    assert not needed(replace(ONE, severities=("P0",)), severity="P1")
    assert needed(replace(ONE, security=True), security=True)
    assert not needed(replace(ONE, security=True))
    assert needed(replace(ONE, security=False))
    assert not needed(replace(ONE, security=False), security=True)


def test_one_yes_to_the_very_text_is_enough_where_one_is_asked_for():
    none = standing((ONE,), (), TEXT, T0)
    assert (none.is_given, none.wanted_roles, none.code) == (False, (COMMANDER,), code_of(TEXT))
    found = standing((ONE,), (yes(),), TEXT, T0)
    assert found.is_given
    assert found.good == (yes(),)
    assert not found.void
    assert not found.wanted_roles


def test_one_changed_letter_voids_it_and_the_letter_back_makes_it_good_again():
    found = standing((ONE,), (yes(),), OTHER, after(1))
    assert not found.is_given
    assert found.void == yes()
    assert found.wanted_roles == (COMMANDER,)
    assert found.consents == ((yes(), ConsentState.OTHER_TEXT),)
    assert standing((ONE,), (yes(),), TEXT, after(2)).is_given


def test_it_holds_for_as_long_as_the_plan_says_and_not_from_tomorrow():
    assert standing((ONE,), (yes(),), TEXT, after(30)).is_given
    late = standing((ONE,), (yes(),), TEXT, after(30.1))
    assert not late.is_given
    assert late.lapsed == yes()
    assert late.void is None
    assert standing((replace(ONE, valid_minutes=60),), (yes(),), TEXT, after(59)).is_given
    assert not standing((ONE,), (yes(minutes=5),), TEXT, T0).is_given  # the clock was put back
    assert standing((ONE,), (yes(minutes=1),), TEXT, T0).is_given


def test_a_role_that_the_plan_does_not_ask_counts_for_nothing():
    found = standing((ONE,), (yes(LEAD),), TEXT, T0)
    assert not found.is_given
    assert found.wanted_roles == (COMMANDER,)


@pytest.mark.parametrize(
    ("second", "given", "wanted"),
    [
        (yes(LEAD, "Tom Baker"), True, ()),
        (yes(LEAD, "MAYA  chen "), False, (LEAD,)),
        (yes(LEAD, "@maya chen"), False, (LEAD,)),
        (yes(LEAD, "Maya\u200b Chen"), False, (LEAD,)),
        (yes(COMMANDER, "Tom Baker"), False, (LEAD,)),
        (yes(LEAD, "Tom Baker", OTHER), False, (LEAD,)),
        (yes(LEAD, "Tom Baker", minutes=-31), False, (LEAD,)),
    ],
)
def test_two_means_two_people_for_two_roles(second, given, wanted):
    found = standing((TWO,), (yes(), second), TEXT, T0)
    assert (found.is_given, found.wanted_roles) == (given, wanted)
    assert found.rules[0].missing == (0 if given else 1)


def test_two_of_one_role_are_two_people():
    rule = replace(TWO, roles=(COMMANDER,))
    assert standing((rule,), (yes(), yes(name="Tom Baker")), TEXT, T0).is_given
    found = standing((rule,), (yes(), yes()), TEXT, T0)
    assert not found.is_given
    assert found.wanted_roles == (COMMANDER,)


def test_who_said_yes_in_two_roles_counts_for_the_one_that_nobody_else_has():
    given = (yes(COMMANDER), yes(LEAD), yes(COMMANDER, "Tom Baker"))
    assert standing((TWO,), given, TEXT, T0).is_given


def test_each_of_several_rules_is_to_be_met_and_may_be_met_by_the_same_yes():
    strict = ApprovalRule("Legal", (LEAD,), messages=("status_identified",), valid_minutes=10)
    found = standing((ONE, strict), (yes(),), TEXT, T0)
    assert not found.is_given
    assert found.wanted_roles == (LEAD,)
    assert found.valid_minutes == 10
    assert standing((ONE, TWO), (yes(), yes(LEAD, "Tom Baker")), TEXT, T0).is_given


def test_only_a_rule_that_allows_it_is_overridden():
    soft = replace(ONE, may_override=True)
    assert standing((soft,), (), TEXT, T0).may_override
    assert not standing((soft, TWO), (), TEXT, T0).may_override
    given = (yes(), yes(LEAD, "Tom Baker", minutes=-29))
    hard = replace(ONE, roles=(LEAD,))
    assert standing((replace(soft, roles=(COMMS,)), hard), given, TEXT, T0).may_override


# --- codes ------------------------------------------------------------------------------------------------------


def test_no_two_characters_look_alike_and_each_has_a_word_of_its_own():
    for pair in ("0O", "1IL", "2Z", "5S", "8B", "UV"):
        assert len(set(pair) & set(ALPHABET)) <= 1, pair
    letters = {char for char in ALPHABET if char.isalpha()}
    assert set(SPOKEN) == letters
    assert all(word.startswith(letter) for letter, word in SPOKEN.items())
    assert spoken("K7Q2") == "Kilo 7 Quebec 2"


def test_a_code_is_read_however_it_was_typed():
    assert read_code(" k7-q2 ") == read_code("Ｋ７ q２") == "K7Q2"


@given(st.text(max_size=80), st.text(max_size=80))
def test_texts_that_differ_have_other_digests(one, other):
    def digest(*parts):
        return text_digest("inc_1", "status_identified", Channel.STATUS_PAGE, parts)

    assert (digest(one) == digest(other)) is (one == other)
    assert digest(one, other) != digest(one + other)
    assert digest(None, one) != digest("", one)


def test_a_code_belongs_to_the_incident_the_template_and_the_channel():
    parts = ["We have identified the cause."]
    codes = {
        text_digest("inc_1", "status_identified", Channel.STATUS_PAGE, parts),
        text_digest("inc_2", "status_identified", Channel.STATUS_PAGE, parts),
        text_digest("inc_1", "status_update", Channel.STATUS_PAGE, parts),
        text_digest("inc_1", "status_identified", Channel.EMAIL, parts),
    }
    assert len(codes) == len({code_of(one) for one in codes}) == 4


def test_one_changed_letter_gives_another_code():
    """Half a million codes: of all texts that are one letter away, none has the same."""
    text = "We have identified the cause of errors when paying. Our team is implementing a fix."
    near = {
        code_of(text_digest("inc_1", "t", Channel.STATUS_PAGE, [text[:place] + letter + text[place + 1 :]]))
        for place in range(len(text))
        for letter in "xq"
        if text[place] != letter
    }
    assert code_of(text_digest("inc_1", "t", Channel.STATUS_PAGE, [text])) not in near
    assert all(len(code) == 4 and set(code) <= set(ALPHABET) for code in near)


# --- people -----------------------------------------------------------------------------------------------------


def test_nobody_approves_their_own_text_in_a_role_that_is_not_theirs():
    roles = {"incident_commander": "@Maya Chen"}
    own = own_roles(plan(), incident(roles=roles), "Sam Lee")
    assert own == {COMMS}
    assert is_own_text(COMMANDER, "sam  LEE", "Sam Lee", own)
    assert not is_own_text(COMMS, "Sam Lee", "Sam Lee", own)
    assert not is_own_text(COMMANDER, "Maya Chen", "Sam Lee", own)
    leads = own_roles(plan(), incident(roles=roles), "maya chen")
    assert not is_own_text(COMMANDER, "Maya Chen", "Maya Chen", leads)
    assert is_own_text(LEAD, "Maya Chen", "Maya Chen", leads)


def test_people_are_told_apart_by_more_than_spaces_and_letters_in_capitals():
    assert person(" @Maya   CHEN ") == person("maya chen")
    assert person("Maya Chen") != person("Maya Chan")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Maya\n Chen ", "Maya Chen"), ("Maya (on call)", "Maya on call"), ("M" * 500, "M" * NAME_LIMIT)],
)
def test_a_name_stands_in_the_record_on_one_line_without_brackets_and_not_endless(
    typed: str, kept: str
) -> None:
    assert clean_name(typed) == kept
