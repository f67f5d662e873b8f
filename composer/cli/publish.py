"""`publish FILE.json`: publishes what the file says, in practice unless `--live`."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
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
    print_json,
    print_line,
    tell,
    tell_problems,
)
from composer.domain.channel import Channel
from composer.domain.errors import Place, Problem, PublishFileError
from composer.domain.findings import Finding
from composer.domain.record import Bundle
from composer.domain.request import PublishRequest
from composer.logs import mask_secrets
from composer.paths import HomePaths
from composer.publishing.publish_file import SIZE_LIMIT
from composer.rendering import mail_payload
from composer.services.core import Published, Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Publish, and wait until each delivery is final or has longer than 10 s to wait."""
    origin = "standard input" if options.file == "-" else options.file
    data = _read(options.file)
    with Services(home, mode_of(options.live)) as services:
        tell_problems(services.problems)
        request = services.read_request(data, origin)
        if request.hold_s is None:
            request = replace(request, hold_s=0.0)  # nobody is at the window to take anything back
        if options.dry_run:
            return _dry_run(services, request, as_json=options.json)
        with _taking_back(services, request):
            published = services.publish(request)
        return _answer(services, published, as_json=options.json)


def _read(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(SIZE_LIMIT + 1)
        with Path(name).open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        problem = Problem(Place(name), f"it can't be read: {error.strerror or error}")
        raise PublishFileError(
            [problem], next_step="Name a file that holds the JSON object, or - for standard input."
        ) from None


@contextmanager
def _taking_back(services: Services, request: PublishRequest) -> Iterator[None]:
    """During the hold, Ctrl+C takes the whole round back; after it, Ctrl+C leaves what is stored to go on later."""
    if not request.hold_s:
        yield
        return

    def take_back(_signal: int, _frame: FrameType | None) -> None:
        held = [one for one in services.unfinished() if one.state.value == "held"]
        taken = {one.publish_id for one in held if services.take_back(one.publish_id)}
        if not taken:
            raise KeyboardInterrupt
        tell("Taken back: nothing was sent.")

    before = signal.signal(signal.SIGINT, take_back)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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
        print_line(f"{finding.level.value:<10} {channel}{finding.text}{field}")


def _dry_run(services: Services, request: PublishRequest, *, as_json: bool) -> int:
    """Every request as it would leave, secrets masked; nothing is stored and nothing is sent."""
    prepared, bundle = services.dry_run(request)
    requests = [] if bundle is None else [*_requests(bundle)]
    if as_json:
        print_json(
            {
                "incident_id": prepared.before.id if prepared.before is not None else None,
                "publish_id": None,
                "deliveries": [],
                "findings": [finding_json(one) for one in prepared.findings],
                "requests": requests,
            }
        )
    else:
        _tell_findings(prepared.findings)
        for one in requests:
            print_line(f"--- {one['template'] or 'create the Slack channel'} → {one['destination']}")
            for line in str(one["content"]).splitlines():
                print_line(line)
        print_line("Dry run: nothing was stored and nothing was sent.")
    return GOOD if bundle is not None else BLOCKED


def _requests(bundle: Bundle) -> Iterator[dict[str, str | None]]:
    for delivery in bundle.deliveries:
        contents = [delivery.payload.decode("utf-8")]
        if delivery.channel in (Channel.EMAIL, Channel.EXECUTIVE):
            recipients = bundle.recipients.get(delivery.id, ())
            contents = [mail_payload.mail_for(delivery.payload, one).decode("utf-8") for one in recipients]
        for content in contents:
            yield {
                "channel": delivery.channel.value,
                "destination": delivery.destination,
                "template": delivery.template,
                "content": mask_secrets(content),
            }
