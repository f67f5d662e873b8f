"""`mail test, pause, go-on, by`: mail to many, at a person's pace."""

from __future__ import annotations

import argparse
import threading
from pathlib import Path

from composer.cli.answers import GOOD, UNFINISHED, delivery_line, exit_status, mode_of, tell_what_is_wrong
from composer.cli.output import print_line, tell
from composer.domain.delivery import Delivery, DeliveryState
from composer.paths import HomePaths
from composer.services.core import Services
from composer.services.mailing import Progress, Speedometer, go_on, pause_mail, send_by, send_test

_EVERY_S = 2.0


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """One action."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        match options.action:
            case "test":
                return _test(services, options.file, options.template, options.to)
            case "pause":
                print_line(delivery_line(services, pause_mail(services, options.delivery)))
                return GOOD
            case "by":
                return _carry_on(services, send_by(services, options.delivery, options.account))
            case _:
                return _carry_on(services, go_on(services, options.delivery))


def _test(services: Services, file: str, template: str, address: str | None) -> int:
    from composer.cli.publish import read_file

    request = services.read_request(read_file(file), Path(file).name)
    sent = send_test(services, request, template, address)
    if sent.error is not None:
        tell(f"incident-composer: The test did not go out: {sent.error}")
        return UNFINISHED
    print_line(f"A test went to {sent.address} by {sent.account}. Nobody else was written to.")
    return GOOD


def _carry_on(services: Services, delivery: Delivery) -> int:
    delivery_id = delivery.id
    speedometer, over = Speedometer(), threading.Event()

    def report() -> None:
        while not over.wait(_EVERY_S):
            counts = services.record.recipient_counts(delivery_id)
            tell(line_of(speedometer.show(counts, services.clock.monotonic())))

    reporting = threading.Thread(target=report, name="progress", daemon=True)
    reporting.start()
    try:
        services.outbox.recover()
        services.outbox.carry_out([delivery.publish_id])
    finally:
        over.set()
        reporting.join()
    after = services.record.delivery(delivery_id)
    print_line(delivery_line(services, after))
    return exit_status(services, [after], {DeliveryState.SENT})


def line_of(progress: Progress) -> str:
    """A progress on one line for people."""
    parts = [f"{progress.done:,} of {progress.total:,}"]
    if progress.rate is not None and progress.left_s is not None:
        minutes, seconds = divmod(round(progress.left_s), 60)
        parts.append(f"{progress.rate:.0f} a second")
        parts.append(f"{minutes} min {seconds:02d} s left")
    for count, word in ((progress.refused, "refused"), (progress.unknown, "being sent or in doubt")):
        if count:
            parts.append(f"{count:,} {word}")
    return ", ".join(parts)
