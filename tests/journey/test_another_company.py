"""Another company's plan and templates, copied into a home: other severities, phases and templates, in German, without a change of code."""

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Home, read_mail

NORDLICHT = Path(__file__).parents[1] / "plans" / "nordlicht"
ENGLISH = re.compile(
    r"\b(the|and|are|our|incident|update|resolved|investigating|identified|monitoring|operational|outage|degraded|"
    r"severity|status:|duration|ongoing|unknown|none|next|reports|apologize|users|dear|regards|team of|subscribe|"
    r"skillancer|drill|hour|hours|pending|updated)\b",
    re.IGNORECASE,
)
FIELDS = {
    "summary": "Säulen in Kiel starten keine Ladung",
    "impact": "Rund 400 Kunden",
    "actions_taken": "Leitrechner geprüft",
    "next_steps": "Leitrechner neu starten",
    "executive_summary": "In Kiel kann niemand laden.",
    "users_affected": "etwa 400",
    "data_impact": "no",
    "current_actions": "Wir starten den Leitrechner neu.",
    "whats_new": "Die ersten Säulen laden wieder.",
}


@pytest.fixture
def company(home: Home) -> Home:
    """A home with the company's plan and templates."""
    shutil.copytree(NORDLICHT, home.root)
    return home


def read(path: Path) -> tuple[str, str]:
    mail, plain, _ = read_mail(path)
    return str(mail["Subject"]), plain


def html_text(path: Path) -> str:
    page = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", path.read_text(encoding="utf-8"))
    return re.sub(r"<[^>]*>", " ", page)


def public_texts(home: Home) -> list[str]:
    """Everything that the public and the team read."""
    texts = [line["text"] for line in home.slack() if "text" in line]
    texts += [update["body"] for one in home.page() for update in one["incident_updates"]]
    texts += [one["name"] for one in home.page()]
    texts += [text for path in home.mails() for text in read(path)]
    texts += [html_text(path) for path in (home.practice / "status-page").rglob("*.html")]
    feed = (home.practice / "status-page" / "feed.atom").read_text(encoding="utf-8")
    texts += re.findall(r"<(?:title|subtitle|content)[^>]*>([^<]*)<", feed)
    return texts


def no_english(home: Home) -> None:
    for text in public_texts(home):
        plain = re.sub(r"https?://\S+|\S+@\S+|#\S+|file:\S+", " ", text)
        assert not ENGLISH.findall(plain), text


def test_it_is_good_by_its_own_checks(company):
    answer = company.run("plan", "check")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Notfallplan Nordlicht Laden 3.2 of 2026-06-15 is good.\n"
    answer = company.run("templates", "check")
    assert answer.status == 0, answer.out
    assert re.fullmatch(r"\d+ templates are good\.\n", answer.out)
    other = company.root.parent / "empty"
    answer = Home(other).run("templates", "check", str(NORDLICHT / "templates"))
    assert answer.status == 0, answer.out


@pytest.mark.parametrize("severity", ["SEV1", "SEV2", "SEV3", "notfall"])
def test_it_can_be_rehearsed(company, severity):
    answer = company.run("rehearse", "--severity", severity, "--json")
    assert answer.status == 0, answer.err
    assert all(Path(path).exists() for path in answer.json["files"].values())
    texts = public_texts(company)
    assert all("ÜBUNG" in line["text"] for line in company.slack() if "text" in line)
    assert len(texts) > 5
    no_english(company)
    postmortem = Path(answer.json["files"]["postmortem"]).read_text(encoding="utf-8")
    assert postmortem.startswith("# Bericht: ")
    for heading in ("## Ablauf", "## Ursache", "## Lösung", "## Maßnahmen", "## Lehren"):
        assert f"\n{heading}\n" in postmortem
    assert company.run("verify").status == 0


def test_where_it_declares_nothing_there_is_nothing_to_rehearse(company):
    assert company.run("rehearse", "--severity", "SEV4").status == 2
    assert company.run("rehearse", "--severity", "P0").status == 2


def test_a_whole_incident_in_german(company, clock):
    declared: dict[str, Any] = {
        "incident": {
            "title": "Leitrechner Kiel hängt",
            "severity": "SEV1",
            "started_at": "2026-11-23T13:10:00Z",
            "detection": "Alarm",
            "incident_commander": "@leitstelle",
            "technical_lead": "@technik",
            "components": {first_component(): "major_outage"},
            "symptom": None,
        },
        "phase": "Aufgenommen",
        "fields": FIELDS
        | {"brief_description": "Störungen beim Laden", "customer_impact": "abgebrochene Ladungen"},
    }
    declared["fields"] |= {"next_update": "2026-11-23T14:20:00Z"}
    answer = company.publish(declared)
    assert answer.status == 0, answer.out + answer.err
    incident = answer.json["incident_id"]
    for phase in ("analyse", "ursache", "behebung", "beobachtung"):
        clock.advance(timedelta(minutes=9))
        content = {
            "incident": {"id": incident},
            "phase": phase,
            "fields": FIELDS | {"next_update": "2026-11-23T15:00:00Z"},
        }
        answer = company.publish(content)
        assert answer.status == 0, phase + answer.out + answer.err
    clock.advance(timedelta(minutes=9))
    last = {
        "incident": {"id": incident},
        "phase": "behoben",
        "impact_ended_at": "2026-11-23T14:40:00Z",
        "fields": FIELDS
        | {
            "resolution": "Leitrechner neu gestartet",
            "root_cause": "Speicher voll",
            "action_items": ["Speicher überwachen"],
        },
    }
    answer = company.publish(last)
    assert answer.status == 0, answer.out + answer.err
    mail = {
        "incident": {"id": incident},
        "phase": "behoben",
        "messages": ["kundenmail"],
        "fields": {
            "what_happened": "In Kiel ließ sich keine Ladung starten.",
            "impact_to_you": "Ihre Daten sind nicht betroffen.",
            "what_we_did": "Wir haben den Leitrechner neu gestartet.",
            "prevention": "Wir überwachen den Speicher.",
        },
    }
    answer = company.publish(mail)
    assert answer.status == 0, answer.out + answer.err
    texts = "\n".join(public_texts(company))
    for words in (
        "STÖRUNG AUFGENOMMEN",
        "Wir untersuchen Störungen beim Laden",
        "Dauer: 1 Std. 30 Min.",
        "Guten Tag ",
        "Statusseite: Aktuell",
        "Nächste Information bis 14:20 UTC",
        "Keine",
    ):
        assert words in texts, words
    assert "Leitrechner Kiel hängt" not in "\n".join(
        html_text(path) for path in (company.practice / "status-page").rglob("*.html")
    )
    no_english(company)
    out = company.root.parent / "out"
    assert company.run("export", incident, "--format", "json,md", "--to", str(out)).status == 0
    assert (
        json.loads((out / f"{incident}.json").read_text(encoding="utf-8"))["incident"]["phase"] == "behoben"
    )
    assert company.run("verify").status == 0


def first_component() -> str:
    text = (NORDLICHT / "plan.toml").read_text(encoding="utf-8")
    found = re.search(r"^\[components\.(\w+)\]", text, re.M)
    assert found
    return found.group(1)


def test_a_ticket_and_not_an_incident(company, clock):
    content = {
        "incident": {
            "title": "Tippfehler",
            "severity": "SEV4",
            "started_at": "2026-11-23T13:10:00Z",
            "detection": "Kunde",
            "incident_commander": "@a",
            "technical_lead": "@b",
        },
        "phase": "aufgenommen",
        "messages": ["meldung_slack"],
        "fields": FIELDS,
    }
    answer = company.publish(content)
    assert answer.status == 4
    assert "no_incident" in answer.codes()
