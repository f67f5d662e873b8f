"""`publish FILE.json`: publishes what the file says, in practice unless `--live`."""

from __future__ import annotations

import argparse
import hashlib
import sys
import threading
from dataclasses import replace
from pathlib import Path

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
from composer.cli.output import print_json, print_line
from composer.cli.taking_back import TakingBack
from composer.domain.approval import Approval, spoken
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.departure import Departure
from composer.domain.errors import Place, Problem, PublishFileError
from composer.domain.findings import Finding
from composer.domain.record import Publish
from composer.domain.request import PublishRequest
from composer.paths import HomePaths
from composer.publishing.outbox import PATIENCE_S
from composer.publishing.publish_file import SIZE_LIMIT
from composer.services.core import Published, Services
from composer.services.dry_running import dry_run


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Publish, and wait until each delivery is final or has longer than 10 s to wait."""
    origin = "standard input" if options.file == "-" else options.file
    data = read_file(options.file)
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        request = services.read_request(data, origin)
        if request.hold_s is None:
            request = replace(request, hold_s=0.0)  # nobody is at the window to take anything back
        if options.first_batch is not None:
            request = replace(request, first_batch=options.first_batch)
        if options.customers is not None:
            request = _to(request, options.customers)
        if options.dry_run:
            return _dry_run(services, request, as_json=options.json)
        with TakingBack(services) as taking_back:
            published = services.publish(request, carry_out=False, before_storing=taking_back.begin)
            if published.publish is not None:
                taking_back.stored(published.publish)
                _sit_out_the_hold(services, published.publish)
                services.carry_out(published.publish)
        if published.publish is not None:
            published = replace(
                published, deliveries=services.record.deliveries(publish_id=published.publish.id)
            )
        return _answer(services, published, as_json=options.json)


def _to(request: PublishRequest, customers: str) -> PublishRequest:
    """The request with a list of its own; under the same publish_id another list is other content."""
    file = str(Path(customers).expanduser().absolute())
    content = hashlib.sha256(f"{request.content_sha256} {file}".encode()).hexdigest()
    return replace(request, customers_file=file, content_sha256=content)


def read_file(name: str, holds: str = "the JSON object") -> bytes:
    """What a file holds; `-` is standard input. Raises PublishFileError, which tells what it should hold, where it can't be read."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(SIZE_LIMIT + 1)
        with Path(name).open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:  # a ValueError: a name that no file can have
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problem = Problem(Place(name), f"it can't be read: {reason}")
        step = f"Name a file that holds {holds}, or - for standard input."
        raise PublishFileError([problem], next_step=step) from None


def _sit_out_the_hold(services: Services, publish: Publish) -> None:
    """Wait until the hold is nearly over, however long it is: whoever asked for one wants the round sent after it."""
    never = threading.Event()
    while True:
        held = services.record.deliveries(publish_id=publish.id, states={DeliveryState.HELD})
        ends = [one.hold_until for one in held if one.hold_until is not None]
        left_s = max(((end - services.clock.now()).total_seconds() for end in ends), default=0.0) - PATIENCE_S
        if left_s <= 0:
            return
        services.clock.wait(never, min(left_s, 0.5))


def _answer(services: Services, published: Published, *, as_json: bool) -> int:
    if as_json:
        print_json(
            {
                "incident_id": published.incident_id,
                "publish_id": _publish_id(published),
                "deliveries": [delivery_json(services, one) for one in published.deliveries],
                "findings": [finding_json(one) for one in published.findings],
            }
        )
    else:
        _tell_findings(published.findings)
        if published.again:
            print_line("This publish was made before; it was gone on with.")
        for delivery in published.deliveries:
            print_line(delivery_line(services, delivery))
        if published.publish is None:
            print_line("Nothing was stored and nothing was sent.")
        else:
            print_line(f"Incident {published.incident_id}")
    if published.publish is None:
        return BLOCKED
    return exit_status(services, published.deliveries)


def _publish_id(published: Published) -> str | None:
    if published.publish is None:
        return None
    return published.publish.key or published.publish.id


def _tell_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        channel = "" if finding.channel is None else f"{finding.channel.value.replace('_', ' ')}: "
        field = "" if finding.field is None else f" [{finding.field}]"
        first, *more = finding.text.splitlines()
        print_line(f"{finding.level.value:<10} {channel}{first}{field}")
        for line in more:  # the text for a ticket has several
            print_line(f"{'':<10} {line}")


def _dry_run(services: Services, request: PublishRequest, *, as_json: bool) -> int:
    """Every request as it would leave, secrets masked; nothing is stored and nothing is sent."""
    found = dry_run(services, request)
    if as_json:
        print_json(
            {
                "incident_id": found.incident_id,
                "publish_id": None if found.known is None else found.known.key,
                "deliveries": [],
                "findings": [finding_json(one) for one in found.findings],
                "approvals": [_approval_json(name, one) for name, one in found.approvals.items()],
                "requests": [_as_json(about, one) for about, one in found.departures if not one.asks],
                "questions": [_as_json(about, one) for about, one in found.departures if one.asks],
            }
        )
    else:
        _tell_findings(found.findings)
        for name, approval in found.approvals.items():
            print_line(
                f"{'approved' if approval.is_given else 'approval':<10} {name}: text {approval.code}, "
                f"read out as {spoken(approval.code)}"
            )
        if found.known is not None:
            print_line("This publish was made before; only what is left of it would be sent.")
        print_leaving(found.leaving)
    for lacking in found.lacking:
        print(lacking, file=sys.stderr)
    return BLOCKED if found.blocked else GOOD


def _approval_json(template: str, approval: Approval) -> dict[str, object]:
    """How a message stands that needs approval: its code, whether it has what it needs, and of which roles somebody is still to agree."""
    return {
        "template": template,
        "code": approval.code,
        "sha256": approval.digest,
        "given": approval.is_given,
        "roles": list(approval.wanted_roles),
    }


def _as_json(delivery: Delivery, one: Departure) -> dict[str, str | None]:
    return {
        "channel": delivery.channel.value,
        "destination": delivery.destination,
        "template": delivery.template,
        "method": one.method,
        "address": one.address,
        "content": one.text,
        "only_if": one.only_if or None,
    }
