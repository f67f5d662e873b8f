"""`publish FILE.json`: publishes what the file says, in practice unless `--live`."""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from composer.cli.answers import (
    BLOCKED,
    GOOD,
    delivery_json,
    delivery_line,
    exit_status,
    finding_json,
    mode_of,
    tell_problems,
)
from composer.cli.output import print_json, print_line, tell
from composer.domain.delivery import Delivery, DeliveryState, Recipient, RecipientState
from composer.domain.errors import Place, Problem, PublishFileError, UserFacingError
from composer.domain.findings import Finding
from composer.domain.record import Publish
from composer.domain.request import PublishRequest
from composer.paths import HomePaths
from composer.publishing.outbox import PATIENCE_S
from composer.publishing.publish_file import SIZE_LIMIT
from composer.services.core import Published, Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Publish, and wait until each delivery is final or has longer than 10 s to wait."""
    origin = "standard input" if options.file == "-" else options.file
    data = read_file(options.file)
    with Services(home, mode_of(options.live)) as services:
        tell_problems(services.problems)
        request = services.read_request(data, origin)
        if request.hold_s is None:
            request = replace(request, hold_s=0.0)  # nobody is at the window to take anything back
        if options.first_batch is not None:
            request = replace(request, first_batch=options.first_batch)
        if options.customers is not None:
            request = _to(request, options.customers)
        if options.dry_run:
            return _dry_run(services, request, as_json=options.json)
        published = services.publish(request, carry_out=False)
        if published.publish is not None:
            with _taking_back(services, published.publish):
                _sit_out_the_hold(services, published.publish)
                services.carry_out(published.publish)
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


@contextmanager
def _taking_back(services: Services, publish: Publish) -> Iterator[None]:
    """During the hold, Ctrl+C takes the whole round back; after it, Ctrl+C leaves what is stored to go on later."""
    outbox, who = services.outbox, services.settings.who
    asked = threading.Event()
    over = threading.Event()
    too_late = threading.Event()

    def take_back() -> None:
        asked.wait()
        if over.is_set():
            return
        try:
            taken = outbox.take_back(publish.id, who)
        except UserFacingError as error:
            tell(str(error))
            taken = False
        if taken:
            tell("Taken back: nothing was sent.")
        else:
            too_late.set()
            signal.raise_signal(signal.SIGINT)

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        # The main thread may be in the midst of a write just now, and would wait for itself: another thread takes back.
        if too_late.is_set():
            raise KeyboardInterrupt
        asked.set()

    worker = threading.Thread(target=take_back, name="taking back", daemon=True)
    before = signal.signal(signal.SIGINT, interrupted)
    worker.start()
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        over.set()
        asked.set()
        worker.join()


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
    known = services.made_before(request)
    if known is not None:  # the same key again sends what is left of that publish, and nothing else
        left = [one for one in services.record.deliveries(publish_id=known.id) if one.state.is_under_way]
        recipients = {one.id: services.record.recipients(one.id, {RecipientState.PENDING}) for one in left}
        incident_id: str | None = known.incident_id
        findings: tuple[Finding, ...] = ()
        requests, blocked = [*_requests(services, left, recipients)], False
    else:
        prepared, bundle = services.dry_run(request)
        incident_id = None if prepared.before is None else prepared.before.id
        findings, blocked = prepared.findings, bundle is None
        requests = [] if bundle is None else [*_requests(services, bundle.deliveries, bundle.recipients)]
    if as_json:
        print_json(
            {
                "incident_id": incident_id,
                "publish_id": None if known is None else known.key,
                "deliveries": [],
                "findings": [finding_json(one) for one in findings],
                "requests": requests,
            }
        )
    else:
        _tell_findings(findings)
        if known is not None:
            print_line("This publish was made before; only what is left of it would be sent.")
        for one in requests:
            print_line(f"--- {one['template'] or 'create the Slack channel'} → {one['destination']}")
            for line in str(one["content"]).splitlines():
                print_line(line)
        print_line("Dry run: nothing was stored and nothing was sent.")
    return BLOCKED if blocked else GOOD


def _requests(
    services: Services, deliveries: Iterable[Delivery], recipients: Mapping[str, Iterable[Recipient]]
) -> Iterator[dict[str, str | None]]:
    for delivery in deliveries:
        for content in services.would_send(delivery, recipients.get(delivery.id, ())):
            yield {
                "channel": delivery.channel.value,
                "destination": delivery.destination,
                "template": delivery.template,
                "content": content,
            }
