"""The log: where lines go, that no secret gets there, and that no text from outside can forge a line."""

from __future__ import annotations

import base64
import json
import logging
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer import logs

pytestmark = pytest.mark.logs_expected


@pytest.fixture(autouse=True)
def _logging_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test starts with no known secret and leaves logging as pytest set it up."""
    monkeypatch.setattr(logs, "_known", logs.KnownSecrets())
    root, ours = logging.getLogger(), logging.getLogger(logs.ROOT)
    handlers, level = list(root.handlers), ours.level
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    ours.setLevel(level)


def file_text(folder: Path) -> str:
    return (folder / logs.FILE_NAME).read_text(encoding="utf-8")


def test_loggers_stand_under_one_name() -> None:
    assert logs.logger("publishing").name == "incident_composer.publishing"


def test_without_debug_the_screen_shows_nothing_and_the_file_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.setup(debug=False, folder=tmp_path)
    log = logs.logger("record")
    log.debug("asked")
    log.info("opened")
    log.warning("slow")

    assert capsys.readouterr().err == "", "a person is told in sentences, not in log lines"
    assert re.findall(r"(\w+) incident_composer\.record: (\w+)", file_text(tmp_path)) == [
        ("INFO", "opened"),
        ("WARNING", "slow"),
    ]
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO ", file_text(tmp_path))


def test_debug_shows_everything_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    logs.setup(debug=True, folder=None)
    logs.logger("record").debug("asked")
    logging.getLogger("httpx").info("GET somewhere")
    shown = capsys.readouterr().err
    assert "asked" in shown
    assert "GET" not in shown


def test_second_setup_replaces_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.setup(debug=True, folder=tmp_path / "never-made")
    logs.setup(debug=True, folder=None)
    logs.logger("x").warning("once")
    assert capsys.readouterr().err.count("once") == 1


def test_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    logs.setup(debug=False, folder=tmp_path)
    logs.logger("x").warning("here")
    assert stat.S_IMODE((tmp_path / logs.FILE_NAME).stat().st_mode) == 0o600


SECRET = 'p@ss "wörd"/ü+1'
FORMS = {
    "plain": SECRET,
    "in an address": quote(SECRET, safe=""),
    "in a path": quote(SECRET),
    "as Python shows it": repr(SECRET)[1:-1],
    "in JSON": json.dumps(SECRET)[1:-1],
    "base64": base64.b64encode(SECRET.encode()).decode(),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("way", ["message", "argument", "exception", "stack", "library"])
def test_registered_secret_is_masked_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, way: str
) -> None:
    logs.register_secret(SECRET)
    logs.setup(debug=True, folder=tmp_path)
    log = logs.logger("x")
    match way:
        case "message":
            log.warning(f"key={form}")
        case "argument":
            log.warning("key=%s", form)
        case "exception":
            try:
                raise ValueError("refused " + form)
            except ValueError:
                log.exception("failed")
        case "stack":
            log.warning("key=%s", form, stack_info=True)
        case _:
            logging.getLogger("urllib3").error("Authorization: %s", form)

    shown = capsys.readouterr().err
    for text in (shown, file_text(tmp_path)):
        assert form not in text
        assert logs.MASK in text


# Made up, and put together here so that no scanner takes this file for a leak.
TOKENS = [
    "xox" + "b-123456789012-abcdefABCDEF",
    "xox" + "e.xox" + "p-1-abcdefghijkl",
    "xa" + "pp-1-A01234567-abcdef",
    "S" + "G.abcdefgh1234.ijklmnop5678",
    "u+" + "abcdefghij01234567",
]


@pytest.mark.parametrize("token", TOKENS)
def test_unregistered_token_is_known_by_its_shape(token: str) -> None:
    assert logs.mask_secrets(f"sent with {token}, refused") == "sent with [secret], refused"


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("Authorization: Bearer abc.def", "Authorization: Bearer [secret]"),
        ("Authorization: OAuth 0123", "Authorization: OAuth [secret]"),
        ("Authorization: Token token=y_NbAkKc66ryYTWUXYEu", "Authorization: Token token=[secret]"),
        ("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic [secret]"),
        ("to hooks.slack.com/services/T0/B0/xyz failed", "to hooks.slack.com/[secret] failed"),
        ("Basic facts of the outage", "Basic facts of the outage"),
        ("Checkout is slow (u+1 tickets)", "Checkout is slow (u+1 tickets)"),
    ],
)
def test_headers_and_addresses_are_masked_and_prose_is_not(line: str, masked: str) -> None:
    assert logs.mask_secrets(line) == masked


def test_longer_secret_that_begins_with_another_is_masked_whole() -> None:
    known = logs.KnownSecrets()
    known.add("abcd")
    known.add("abcdefgh")
    assert known.mask("abcdefgh abcd") == "[secret] [secret]"


def test_next_to_nothing_is_no_secret() -> None:
    known = logs.KnownSecrets()
    known.add("abc")
    known.add("")
    assert known.mask("abc") == "abc"


def test_text_from_outside_cannot_forge_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.setup(debug=False, folder=tmp_path)
    forged = "x\n2026-01-01T00:00:00.000Z INFO incident_composer: all well\x1b[2J\u202e\u2028\udc80"
    try:
        raise ValueError(forged)
    except ValueError:
        logs.logger("x").exception("Answer: %s", forged)

    lines = file_text(tmp_path).splitlines()
    assert len([line for line in lines if re.match(r"\d{4}-", line)]) == 1
    assert r"Answer: x\n2026-01-01T00:00:00.000Z" in lines[0]
    assert lines[0].endswith(r"all well\x1b[2J\u202e\u2028\udc80")
    assert all(line.startswith("    ") for line in lines[1:])
    assert "\x1b" not in capsys.readouterr().err


@given(st.text(st.characters(codec=None)))
def test_escaped_text_is_one_printable_line(text: str) -> None:
    escaped = logs.escape_control(text)
    assert escaped.splitlines() in ([], [escaped])
    assert escaped.encode("utf-8").decode("utf-8") == escaped
    assert logs.escape_control(escaped) == escaped


PLAIN = st.text("ABC123+/%", max_size=12)


@given(PLAIN.filter(lambda text: len(text) >= 4), PLAIN, PLAIN)
def test_no_secret_survives_in_any_surrounding(secret: str, before: str, after: str) -> None:
    known = logs.KnownSecrets()
    known.add(secret)
    assert secret not in known.mask(before + secret + after)


def test_line_with_wrong_placeholders_is_still_masked() -> None:
    logs.register_secret("hunter-two")
    record = logging.LogRecord("x", logging.WARNING, __file__, 1, "%d of hunter-two", ("many",), None)
    printed = logs.RedactingFormatter().format(record)
    assert "[secret] (not formatted:" in printed
    assert "hunter-two" not in printed


def test_other_handlers_get_the_record_whole(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    logs.register_secret("hunter-two")
    logs.setup(debug=False, folder=tmp_path)
    logs.logger("x").warning("key=%s", "hunter-two")
    assert caplog.records[0].args == ("hunter-two",)


def test_json_of_a_secret_is_masked() -> None:
    known = logs.KnownSecrets()
    known.add('say "no"')
    assert "say" not in known.mask(json.dumps({"key": 'say "no"'}))
