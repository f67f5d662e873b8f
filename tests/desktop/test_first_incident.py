"""A person's first P0, from the first start to published, with real keys on a real display; and what a screen reader reads on the way."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.desktop.desktop import MARK, Desktop, desktop, program, running

TITLE = "Checkout payments failing"
FACTS = {
    "Impact": "about 500 users unable to pay",
    "Detection": "Alert (Grafana)",
    "Incident Commander": "@eng-lead",
    "Technical Lead": "@payments-oncall",
}
EXECUTIVE_FACTS = {
    "Users affected": "about 40 percent",
    "Data impact": "B",
    "Current actions": "Looking at the latest deploy.",
    "Next update": "in 20 min",
}
Names = set[tuple[str, str]]


@dataclass
class Walk:
    """What was seen and heard."""

    home: Path
    seen: dict[str, Names] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    left: list[int] = field(default_factory=list)

    def words(self, screen: str, *roles: str) -> set[str]:
        """The names on that screen, of these roles where some are given."""
        return {name for role, name in self.seen[screen] if not roles or role in roles}


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The incident, by keys alone. Everything below looks at what came of it."""
    made = Walk(tmp_path_factory.mktemp("desktop") / "home")
    with desktop() as on:
        with program(on, made.home):
            _go(on, made)
        mark = on.environment[MARK]
    made.left = running(mark)
    return made


def _go(on: Desktop, made: Walk) -> None:
    def arrives(name: str) -> None:
        on.until(lambda: on.focus() == name, f"the focus in {name}")

    arrives("Start a practice incident")
    made.seen["welcome"] = on.names()
    on.keys("ctrl+n")  # the button would bring an incident whose facts are there already
    arrives("P0 Critical")
    on.keys("0")
    arrives("Title")
    on.write(TITLE)
    for name, text in FACTS.items():
        on.tab_to(name)
        on.write(text)
    on.tab_to("Affected components")
    on.keys("Down")  # opens the menu
    on.until(lambda: on.press_and_read("Down") != "Affected components", "the menu of components")
    on.keys("p")
    on.until(lambda: ("push button", "Payments: Major outage") in on.names(), "the component")
    for name, text in EXECUTIVE_FACTS.items():
        on.tab_to(name)
        on.write(text)
    made.seen["declare"] = on.names()
    on.keys("ctrl+Return")
    on.until(
        lambda: any(name.startswith("Publish 3") for _, name in on.names()),
        "the question before it is public",
    )
    made.seen["confirm"] = on.names()
    on.keys("alt+p")
    arrives("Take back")
    made.seen["held"] = on.names()
    on.until(lambda: list((made.home / "practice" / "mail").glob("*.eml")), "the mail to executives")
    arrives("Compose next update")
    made.seen["published"] = on.names()
    on.keys("Return")
    on.until(lambda: any(name == "Identified" for _, name in on.names()), "the phases")
    on.keys("ctrl+2")
    on.until(lambda: any(name == "Actions taken" for _, name in on.names()), "the fields of an update")
    made.seen["compose"] = on.names()
    on.keys("ctrl+h")
    arrives("Search messages")
    made.seen["history"] = on.names()
    made.said = on.ask("said")


def test_all_three_messages_lie_in_the_practice_files(walk: Walk) -> None:
    practice = walk.home / "practice"
    posts = [json.loads(line) for line in (practice / "slack.jsonl").read_text("utf-8").splitlines()]
    assert any(TITLE in json.dumps(post) for post in posts)
    assert "Problems with payments" in (practice / "status-page" / "index.html").read_text("utf-8")
    mails = [path.read_text("utf-8") for path in (practice / "mail").glob("*.eml")]
    assert mails
    assert all("about 40 percent" in mail for mail in mails)


@pytest.mark.parametrize(
    ("screen", "roles", "names"),
    [
        ("welcome", ("push button",), {"Declare incident", "History", "Settings"}),
        ("declare", ("push button",), {"Declare and publish"}),
        ("declare", ("text",), {"Title", "Impact", "Public title", "Brief description", "Customer impact"}),
        ("declare", ("combo box",), {"Detection", "Incident Commander", "Technical Lead", "Data impact", "Next update"}),
        ("declare", ("check box",), {"Slack declaration", "Status page", "Executive notification"}),
        ("declare", (), {"Slack preview"}),
        ("held", ("push button",), {"Take back"}),
        ("published", (), {"Deliveries", "Timeline"}),
        ("compose", ("radio button",), {"Investigating", "Identified", "Mitigating", "Monitoring", "Resolved"}),
        ("compose", ("check box",), {"Slack update", "Status page", "Executive notification", "Notify subscribers"}),
        ("compose", ("text",), {"Summary", "Actions taken", "Next steps"}),
        ("compose", ("combo box",), {"ETA", "Expected resolution", "Next update"}),
        ("compose", ("page tab",), {"Slack preview", "Status page preview", "Email preview", "Executive preview", "Timeline"}),
        ("history", ("text",), {"Search messages"}),
    ],
)  # fmt: skip
def test_everything_is_read_by_its_name(
    walk: Walk, screen: str, roles: tuple[str, ...], names: set[str]
) -> None:
    words = {word.removesuffix(", changed") for word in walk.words(screen, *roles)}
    assert names <= words, names - words


def test_severities_and_publishing_begin_with_their_words(walk: Walk) -> None:
    severities = walk.words("declare", "radio button")
    for key in ("P0", "P1", "P2", "P3"):
        assert any(name.startswith(key) for name in severities)
    assert any(name.startswith("Publish 3") for name in walk.words("confirm", "push button"))
    assert any(name.startswith("Publish") for name in walk.words("compose", "push button"))


def test_changes_of_state_are_read_out(walk: Walk) -> None:
    assert "PRACTICE" in walk.said
    assert any(words.startswith("Nothing sent yet") for words in walk.said)
    assert any("Slack" in words and ": Sent" in words for words in walk.said)
    assert any("Status page" in words and ": Sent" in words for words in walk.said)
    assert any(words.startswith("Needed for Slack") for words in walk.said)


def test_nothing_is_left_running(walk: Walk) -> None:
    assert walk.left == []
