"""The nine message templates and the post-mortem say what the plan says, word for word."""

import re
from pathlib import Path

import jinja2
import pytest

from composer.planning.library import load_library

ROOT = Path(__file__).parents[2]
PLAN_TEXTS = Path(__file__).parent / "plan_texts"
LIBRARY = load_library(ROOT / "resources", ROOT / "templates")
JINJA = jinja2.Environment(
    trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined, autoescape=False
)
OPEN = "◻"

# What stands in the plan without brackets and is a field all the same.
UNBRACKETED = {
    "organisation": "Skillancer",
    "team": "The Skillancer Team",
    "support_email": "support@skillancer.com",
    "status_page_url": "https://status.skillancer.com",
    "slack_channel": "#incident-YYYY-MM-DD-description",
    "scope": "Some users",
}


def plan_text(name: str) -> str:
    return (PLAN_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def filled(name: str, values: dict) -> str:
    template = LIBRARY.templates[name]
    context = {field: values.get(field, OPEN) for field in template.head.fields}
    body = JINJA.from_string(template.body).render(context)
    if template.subject is None:
        return body
    return f"Subject: {JINJA.from_string(template.subject).render(context)}\n\n{body}"


def words(text: str) -> str:
    return re.sub(r"-{3,}", "---", re.sub(r"\s+", " ", text)).strip()


def without_brackets(text: str) -> str:
    text = text.replace("[Time UTC]", "[Time] UTC").replace("[P0 INCIDENT]", "(P0)").replace("- [ ]", "- ( )")
    text = re.sub(r"(?:\bP|@)?\[[^\]]*\]", OPEN, text)
    return text.replace("(P0)", "[P0 INCIDENT]").replace("- ( )", "- [ ]")


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in PLAN_TEXTS.glob("*.txt") if path.stem != "postmortem")
)
def test_a_message_template_keeps_the_plans_wording(name):
    values = {**UNBRACKETED, "action_items": [OPEN, OPEN]}
    if name == "slack_declaration":
        values["phase"] = "Investigating"
    assert words(filled(name, values)) == words(without_brackets(plan_text(name)))


def test_all_ten_texts_are_compared():
    assert len(list(PLAN_TEXTS.glob("*.txt"))) == 10


def test_a_post_mortem_of_which_nothing_is_known_is_the_plans_document():
    catalogue = LIBRARY.catalogue
    values = {name: catalogue[name].default for name in LIBRARY.templates["postmortem"].head.fields}
    assert words(filled("postmortem", values)) == words(plan_text("postmortem"))


def test_the_heading_of_action_items_stays_out_when_there_are_none():
    assert "Action Items" not in filled("slack_resolved", {"action_items": []})


def test_a_paragraph_of_the_status_page_is_one_line():
    for name, template in LIBRARY.templates.items():
        if name.startswith("status_"):
            assert "\n" not in template.body, name
