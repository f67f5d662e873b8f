"""wording.toml: what a team may lay over the shipped rules, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer import assets
from composer.checks.wording import Wording, unproven
from composer.domain.errors import InvalidInputError
from composer.domain.wording import WordingKind, WordingRule
from composer.planning import kept
from composer.planning.layers import Override
from composer.planning.library import load_library
from composer.planning.wording_file import load_wording, parse_wording

ROOT = Path(str(assets.data_root()))
SHIPPED = load_wording(ROOT / "resources" / "wording.toml", proof=unproven)
GOOD = """
off = ["passive", "reading"]
public = ["Kafka"]
[length]
status_page = 300
[rule.our_words]
kind = "jargon"
words = ["moonbase"]
instead = { "the flux" = "our payment system" }
fires = ["The flux is down.", "Moonbase is back."]
clean = ["Payments are down."]
[spelling]
words = ["Skillancer"]
"""


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        parse_wording(text, "wording.toml", base=SHIPPED, proof=unproven)
    return [str(problem) for problem in caught.value.problems]


def rule(**changes: str) -> str:
    lines = {
        "kind": '"jargon"',
        "words": '["moonbase"]',
        "fires": '["Moonbase."]',
        "clean": '["Base."]',
    } | changes
    return "[rule.our_words]\n" + "\n".join(f"{key} = {value}" for key, value in lines.items())


def test_a_file_of_ones_own_is_laid_over_the_shipped_rules() -> None:
    rules = parse_wording(GOOD, "wording.toml", base=SHIPPED, proof=unproven)
    assert {one.key for one in rules.rules} == {one.key for one in SHIPPED.rules} - {"passive"} | {
        "our_words"
    }
    own = WordingRule("our_words", WordingKind.JARGON, ("moonbase",), (("the flux", "our payment system"),))
    assert rules.rules[-1] == own
    assert rules.reading.ease == 0
    assert dict(rules.lengths)["status_page"] == 300
    assert dict(rules.lengths)["email"] == dict(SHIPPED.lengths)["email"]
    assert "Skillancer" in rules.spelling.words
    assert set(rules.spelling.words) > set(SHIPPED.spelling.words)
    assert Wording(rules).found("Kafka fails.") == ()
    assert Wording(SHIPPED).found("Kafka fails.") != ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rule(pattern="'(K'"), "wording.toml line 6: rule.our_words.pattern: is no pattern that the guard can use: missing ): (K."),
        (rule(pattern=r"'(a+)+\1'"), "wording.toml line 6: rule.our_words.pattern: is no pattern"),
        (rule(pattern="'(?<=K-)1'"), "wording.toml line 6: rule.our_words.pattern: is no pattern"),
        (rule(pattern="'K*'"), "wording.toml line 6: rule.our_words.pattern: fits an empty text"),
        (rule(but="'(K'"), "wording.toml line 6: rule.our_words.but: is no pattern"),
        (rule(fires='["Base."]', clean='["Else."]'), "wording.toml line 1: rule.our_words: does not find its example “Base.”."),
        (rule(clean='["A moonbase."]'), "wording.toml line 1: rule.our_words: finds something in “A moonbase.”, which is clean."),
        (rule(fires="[]"), "wording.toml line 4: rule.our_words.fires: expected at least 1 of them."),
        (rule(kind='"odd"'), "wording.toml line 2: rule.our_words.kind: expected one of"),
        (rule(words='["…"]'), "wording.toml line 3: rule.our_words.words[0]: holds no word."),
        (rule(words="[]"), "wording.toml line 1: rule.our_words: finds nothing"),
        (rule(colour='"red"'), "unknown key colour"),
        ('off = ["jargn"]', 'wording.toml line 1: off[0]: there is no rule "jargn"'),
        ("[length]\nslak = 100", 'wording.toml line 2: length.slak: there is no channel "slak"'),
        ("[length]\nslack = 3", "wording.toml line 2: length.slack: expected a number of at least 40"),
        ('[no_news]\nfields = ["whats_new"]\nsentences = ["(x"]\nfires = ["x"]\nclean = ["y"]', "wording.toml line 3: no_news.sentences[0]: is no pattern"),
        ('[impact]\nfields = ["customer_impact"]\nwords = ["x"]\nfires = ["y"]\nclean = ["z"]', "wording.toml line 1: impact: does not find its example “y”."),
        ("off = [", "wording.toml line 1: is not valid TOML here"),
        (rule().replace("our_words", "Odd-Name"), "expected a name of lower-case letters"),
        (rule().replace("our_words", "reading"), "expected a name of lower-case letters"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_key(text: str, said: str) -> None:
    assert any(said in one for one in problems(text)), problems(text)


@pytest.mark.parametrize("content", [b"\xff\xfeoff = []", b"off = [\"\xe9\"]", b"a = " + b"[" * 20_000], ids=["utf-16", "latin-1", "deep"])  # fmt: skip
def test_a_file_that_can_not_be_read_leaves_the_shipped_rules_in_force(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "wording.toml").write_bytes(content)
    library = load_library(
        ROOT / "resources", ROOT / "templates", [Override.in_folder(tmp_path)], wording_proof=unproven
    )
    assert library.wording == SHIPPED
    assert [one.place.file for one in library.problems] == [str(tmp_path / "wording.toml")]


def test_what_is_in_force_is_kept_and_read_anew_once_the_file_changes(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_text(GOOD, encoding="utf-8")
    layers = [Override.in_folder(tmp_path)]
    library = load_library(ROOT / "resources", ROOT / "templates", layers, wording_proof=unproven)
    before = kept.stamp(ROOT / "resources", ROOT / "templates", layers)
    assert kept.keep(tmp_path / "library.json", before, library)
    assert kept.read_kept(tmp_path / "library.json", before) == library
    (tmp_path / "wording.toml").write_text(GOOD.replace("moonbase", "starbase"), encoding="utf-8")
    assert kept.stamp(ROOT / "resources", ROOT / "templates", layers) != before
