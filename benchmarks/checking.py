"""What the checks of a draft cost: against rendering it and painting its preview, and on lines as long as no person writes them."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import Subject, by_turns, timed
from benchmarks.rounds import declaration, practice_services
from composer.checks.gate import Asked, check_message
from composer.checks.leaks_told import check_leaks
from composer.checks.reminders import check_reminders
from composer.checks.wording_told import Worth, check_wording
from composer.domain.fields import FieldValue
from composer.domain.message import RenderedMessage, Segment
from composer.services.comparing import compare
from composer.services.core import Services
from composer.services.preparing import prepare
from composer.services.rounds import Round, Situation

GOAL = 3.0
LONG_S = 0.05
"""The longest that the checks of one line of 64 KiB may take."""
MESSAGES = ["slack_declaration", "status_investigating", "executive_notification", "pagerduty_status_update"]
"""One for each of four channels."""
LONG = 64 * 1024
PIECES = (
    "Card payments fail for some customers since 14:05 UTC. ",
    "a1.",
    "db01 ",
    "é",
    "PRIVATE ",
    "model A",
    "a/b_c=",
)
"""What long lines are made of: words, and what rules begin with again and again."""
WORDED = ("will be fixed ", "we are still ", "due to the ")
"""What rules on wording begin with."""
COMPARED = ("1,000 users ", "13:52 UTC ", "for 5 minutes ", "all services ")
"""What the rules on contradictions begin with."""
_SIZE = (460, 620)
_RUNS = 45


@contextmanager
def subjects(folder: Path) -> Iterator[list[Subject]]:
    """What is measured on checking."""
    with practice_services(folder) as services, _preview() as floor:
        draft = _Draft(services)
        yield [
            Subject(
                "all checks of four channels / render four, paint one",
                by_turns(lambda: timed(floor), draft.seconds_of_checks),
                GOAL,
                runs=_RUNS,
            ),
            Subject(
                "prepare a round of four channels / render four, paint one",
                by_turns(lambda: timed(floor), lambda: timed(draft.prepare)),
                runs=_RUNS,
            ),
            *(
                Subject(
                    f"leak guard, 64 KiB of “{piece.strip()[:14]}” / 50 ms",
                    lambda piece=piece: (LONG_S, draft.seconds_of(piece)),  # type: ignore[misc]
                    1.0,
                )
                for piece in PIECES
            ),
            *(
                Subject(
                    f"contradictions, 64 KiB of “{piece.strip()[:14]}” / 50 ms",
                    lambda piece=piece: (LONG_S, draft.seconds_of_comparing(piece)),  # type: ignore[misc]
                    1.0,
                )
                for piece in (*PIECES, *COMPARED)
            ),
            *(
                Subject(
                    f"advice on wording, 64 KiB of “{piece.strip()[:14]}” / 50 ms",
                    lambda piece=piece: (LONG_S, draft.seconds_of_wording(piece)),  # type: ignore[misc]
                    1.0,
                )
                for piece in (*PIECES, *WORDED)
            ),
        ]


class _Draft:
    """A typical draft in which a letter changes each time, so that nothing is known from the time before."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._request = declaration(services, messages=MESSAGES)
        self._situation = services.situation(None)
        self._spelling = services.spelling
        self._count = itertools.count(1)
        self._head = self._situation.heads["status_investigating"]
        first = self.prepare()
        self._spelling.look_up(self._spelling.unknown(first))  # as a moment after the first key
        if len(first.messages) != len(MESSAGES) or self._situation.guard is None:
            raise RuntimeError("the draft of the benchmark is not checked")

    def prepare(self, situation: Situation | None = None) -> Round:
        """Fill the four and check them."""
        number = next(self._count)
        values = dict(self._request.values)
        for name in ("summary", "brief_description", "executive_summary"):
            values[name] = f"{values[name]} {number}"
        return prepare(
            situation or self._situation, replace(self._request, values=values), self._services.new_id
        )

    def seconds_of_checks(self) -> float:
        """Each check that `prepare` makes of a message, on four that are rendered already."""
        situation = self._situation
        # The guard, the wording and the reader of contradictions remember texts that they have read.
        round_ = self.prepare(replace(situation, guard=None, wording=None, reader=None))
        catalogue, guard, wording = situation.catalogue, situation.guard, situation.wording
        assert guard is not None
        assert wording is not None
        worth = Worth(situation.plan.words, round_.incident.phase, wants_promise=True, proposed=situation.now)

        def check() -> None:
            all_asked = []
            for one in round_.messages:
                asked = Asked(one.head, one.values, one.message, one.error)
                all_asked.append(asked)
                check_message(asked, catalogue)
                check_leaks(guard, asked, catalogue, round_.incident.public_title)
                check_reminders(situation.reminders, one.head, one.values, one.values, catalogue)
                check_wording(wording, asked, catalogue, one.values, worth)
            compare(situation, round_.incident, round_.request.values, all_asked, ())
            self._spelling.checked(round_)

        return timed(check)

    def seconds_of(self, piece: str) -> float:
        """The guard on one long line of a public text."""
        line = f"{next(self._count)} {piece * LONG}"[:LONG]
        message = RenderedMessage(self._head.name, self._head.channel, (Segment(line, "brief_description"),))
        asked = Asked(self._head, {"brief_description": line}, message)
        guard, catalogue = self._situation.guard, self._situation.catalogue
        assert guard is not None
        return timed(lambda: check_leaks(guard, asked, catalogue, "Payments"))

    def seconds_of_comparing(self, piece: str) -> float:
        """All that may contradict, with one long line in it."""
        situation, request = self._situation, self._request
        line = f"{next(self._count)} {piece * LONG}"[:LONG]
        message = RenderedMessage(self._head.name, self._head.channel, (Segment(line, "brief_description"),))
        values: dict[str, FieldValue] = {**request.values, "brief_description": line}
        asked = Asked(self._head, values, message)
        incident = self.prepare().incident
        return timed(lambda: compare(situation, incident, values, [asked], ()))

    def seconds_of_wording(self, piece: str) -> float:
        """The advice on one long line of a public text."""
        head = self._situation.heads["status_update"]
        line = f"{next(self._count)} {piece * LONG}"[:LONG]
        message = RenderedMessage(head.name, head.channel, (Segment(line, "whats_new"),))
        values: dict[str, FieldValue] = {"whats_new": line}
        asked = Asked(head, values, message)
        wording, catalogue = self._situation.wording, self._situation.catalogue
        assert wording is not None
        worth = Worth(self._situation.plan.words)
        return timed(lambda: check_wording(wording, asked, catalogue, values, worth))


@contextmanager
def _preview() -> Iterator[object]:
    """The least: a page for each channel rendered by Jinja's bare sandbox, and one of them set as HTML in a bare browser as large as a preview, and painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.plain_imports import import_qt

    import_qt()
    from jinja2.sandbox import SandboxedEnvironment
    from PySide6.QtWidgets import QApplication, QTextBrowser

    from ui.workarounds import keep_singletons_alive

    keep_singletons_alive()
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    template = SandboxedEnvironment(autoescape=True).from_string(_PAGE)
    browser = QTextBrowser()
    browser.resize(*_SIZE)
    browser.show()
    application.processEvents()
    count = itertools.count(1)

    def act() -> None:
        texts = [template.render(number=next(count)) for _ in MESSAGES]
        browser.setHtml(texts[0])
        application.processEvents()

    try:
        yield act
    finally:
        browser.close()
        browser.deleteLater()
        application.processEvents()


_PAGE = """<p><b>INCIDENT DECLARED</b></p>
<p>Severity: <b>P0</b><br>Summary: Checkout payments failing for all customers since the latest deploy of payment-service. {{ number }}<br>
Impact: ~500 users unable to pay for a contract<br>Detection: Alert (Grafana, payment error rate above 5 %)</p>
<p>Incident Commander: <b>@eng-lead</b><br>Technical Lead: <b>@payments-oncall</b></p>
<p>Actions taken: Declared the incident and called the payment team.<br>
Next steps: Compare the payment error log with the latest deploy.<br>Status page: https://status.example.com</p>
<p>Next update in 15 minutes, by 14:20 UTC.</p>"""
