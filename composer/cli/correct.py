"""`correct FILE.json`: puts right what was sent, on all its channels in one act.

The file names the wrong `deliveries` by their ids, the `reason`, the corrections' `fields`, and perhaps other words `in_place` for single deliveries, the right `phase`,
the `components` and `notify`, in the forms of a publish file. `labelled` false only changes words in place; `withdrawn` are those that went to a wrong page.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from composer.cli.answers import (
    BLOCKED,
    GOOD,
    delivery_json,
    delivery_line,
    exit_status,
    finding_json,
    mode_of,
    tell_what_is_wrong,
)
from composer.cli.dry_run import print_leaving
from composer.cli.output import print_json, print_line, tell
from composer.cli.publish import read_file
from composer.domain.errors import Place, Problem, PublishFileError
from composer.paths import HomePaths
from composer.services.core import Services
from composer.services.putting_right import PutRight, Wrong, put_right, would_put_right

_NAMES = (
    "deliveries", "fields", "reason", "in_place", "phase", "components", "notify", "labelled", "withdrawn",
)  # fmt: skip


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Store the corrections, carry them out, and tell who is reached and what can't be put right."""
    origin = "standard input" if options.file == "-" else options.file
    data = read_file(options.file)
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        wrong = _read(services, data, origin)
        if options.dry_run:
            print_leaving(would_put_right(services, wrong))
            return GOOD
        done = put_right(services, wrong)
        published = done.published
        ids = [one.id for one in published.deliveries]
        services.outbox.recover()
        services.outbox.carry_out(None if published.publish is None else [published.publish.id])
        after = [services.record.delivery(one) for one in ids]
        _tell(services, done, after, as_json=options.json)
        if any(one.level.value == "blocking" for one in published.findings) and published.publish is None:
            return BLOCKED
        return exit_status(services, after)


def _read(services: Services, data: bytes, origin: str) -> Wrong:
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise PublishFileError([Problem(Place(origin), f"it is not JSON: {error}")]) from None
    if not isinstance(raw, dict):
        raise PublishFileError([Problem(Place(origin), "it must be one JSON object")])
    problems = [
        Problem(Place(origin, key=name), "this name is not known") for name in raw if name not in _NAMES
    ]
    given, in_place = raw.get("deliveries"), raw.get("in_place", {})
    wrong = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
    if not wrong or wrong != given:
        problems.append(
            Problem(Place(origin, key="deliveries"), "the ids of the wrong deliveries are needed")
        )
    if not isinstance(in_place, dict) or not all(isinstance(one, str) for one in in_place.values()):
        problems.append(Problem(Place(origin, key="in_place"), "it must give a text for each id"))
    if not isinstance(raw.get("labelled", True), bool):
        problems.append(Problem(Place(origin, key="labelled"), "it must be true or false"))
    gone = raw.get("withdrawn", [])
    if not isinstance(gone, list) or not all(isinstance(one, str) for one in gone):
        problems.append(Problem(Place(origin, key="withdrawn"), "it must be a list of ids"))
    if not isinstance(raw.get("reason"), str):
        problems.append(Problem(Place(origin, key="reason"), "a reason is needed"))
    if problems:
        raise PublishFileError(problems)
    incident_id = services.record.delivery(wrong[0]).incident_id
    # The rest has the forms of a publish file, and is read as one.
    request = services.read_request(_as_publish(services, incident_id, raw), origin)
    return Wrong(
        deliveries=tuple(wrong),
        words=request.values,
        reason=raw["reason"],
        in_place=in_place,
        phase=request.phase if "phase" in raw else None,
        components=request.components,
        notify=True if request.notify is None else request.notify,
        hold_s=0.0,  # nobody is at the window to take anything back
        labelled=raw.get("labelled", True),
        withdrawn=tuple(gone),
    )


def _as_publish(services: Services, incident_id: str, raw: dict[str, Any]) -> bytes:
    incident: dict[str, Any] = {"id": incident_id}
    if "components" in raw:
        incident["components"] = raw["components"]
    content = {
        "incident": incident,
        "phase": raw.get("phase", services.incident(incident_id).phase),
        "fields": raw.get("fields", {}),
        **({"notify": raw["notify"]} if "notify" in raw else {}),
    }
    return json.dumps(content).encode()


def _tell(services: Services, done: PutRight, after: list[Any], *, as_json: bool) -> None:
    findings = done.published.findings
    if as_json:
        print_json(
            {
                "incident_id": done.published.incident_id,
                "deliveries": [delivery_json(services, one) for one in after],
                "reached": done.reached,
                "doubtful": [one.email for one in done.doubtful],
                "left": list(done.left),
                "findings": [finding_json(one) for one in findings],
            }
        )
        return
    for finding in findings:
        tell(f"incident-composer: {finding.text}")
    for one in after:
        print_line(delivery_line(services, one))
    for who in done.doubtful:
        print_line(f"{who.email} may not have got the wrong one, and gets the correction too.")
    for text in done.left:
        print_line(text)
