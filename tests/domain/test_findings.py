"""Which finding is told at a field that has several."""

from __future__ import annotations

from composer.domain.findings import Finding, Level, blocks, stands_before

HINT = Finding("jargon", "Say it in plain words.", Level.ADVICE)
HINT_WITH_MEND = Finding("promise", "Promise no time.", Level.ADVICE, instead="")
KEPT_BACK = Finding("host_name", "Take the host name out.")
KEPT_BACK_WITH_MEND = Finding("token", "Take the token out.", instead="")


def test_what_keeps_a_message_back_is_told_before_a_hint_and_then_what_a_key_mends() -> None:
    ordered = [HINT, HINT_WITH_MEND, KEPT_BACK, KEPT_BACK_WITH_MEND]
    for number, finding in enumerate(ordered):
        assert stands_before(finding, None)
        assert [stands_before(finding, other) for other in ordered] == [at < number for at in range(4)]


def test_only_what_blocks_blocks() -> None:
    assert not blocks([HINT, HINT_WITH_MEND])
    assert blocks([HINT, KEPT_BACK])
