"""Six deliveries side by side, with everything that is stored on their way, against the slowest of them alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmarks.measuring import Subject, timed
from benchmarks.rounds import close_incident, practice_services, prepared_declaration
from composer.clock import SystemClock
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.record import Bundle
from composer.publishing.outbox import Outbox
from composer.publishing.owners import Owner
from composer.publishing.port import Answer, CannotTell, Job, Outcome, Sent
from composer.services.core import Services

GOAL = 1.10
VENDORS = 6
VENDOR_S = 0.2


@contextmanager
def subjects(folder: Path, vendor_s: float = VENDOR_S) -> Iterator[list[Subject]]:
    """What is measured on carrying deliveries out: six at a time, and one alone to see what each costs."""
    vendors = {f"vendor.{number}": _Vendor(vendor_s) for number in range(VENDORS)}
    with practice_services(folder) as services:
        owner = Owner(folder / "owners")
        try:
            outbox = Outbox(services.record, vendors, SystemClock(), owner, stale_after=timedelta(minutes=5))
            yield [
                Subject(
                    f"{VENDORS} deliveries of {vendor_s * 1_000:.0f} ms side by side / the slowest alone",
                    lambda: _carried(services, outbox, vendors),
                    GOAL,
                ),
                Subject(
                    f"one delivery of {vendor_s * 1_000:.0f} ms / the vendor alone",
                    lambda: _carried(services, outbox, dict(list(vendors.items())[:1])),
                ),
            ]
        finally:
            owner.release()


class _Vendor:
    """A destination that takes its time. `took` is how long it had the last delivery, after the on-wire mark."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.took = 0.0

    def deliver(self, job: Job) -> Outcome:
        """Mark it as on the wire, as every destination must, and wait."""
        job.on_wire()
        began = time.perf_counter()
        time.sleep(self._seconds)
        self.took = time.perf_counter() - began
        return Sent("1", None)

    def look_up(self, job: Job) -> Answer:
        """Never asked here."""
        return CannotTell("not part of the benchmark")

    def amend(self, delivery: Delivery, payload: bytes) -> str | None:
        """Never asked here."""
        return "not part of the benchmark"


def _carried(services: Services, outbox: Outbox, vendors: dict[str, _Vendor]) -> tuple[float, float]:
    """The slowest vendor's own time, and the time until all deliveries are stored as sent."""
    bundle = _for_vendors(services.freeze(prepared_declaration(services)), list(vendors))
    publish = services.record.store(bundle)
    product = timed(lambda: outbox.carry_out([publish.id]))
    states = {one.state for one in services.record.deliveries(publish_id=publish.id)}
    if states != {DeliveryState.SENT}:
        raise RuntimeError(f"the deliveries of the benchmark ended as {states}")
    close_incident(services, bundle.incident.id)
    return max(vendor.took for vendor in vendors.values()), product


def _for_vendors(bundle: Bundle, accounts: list[str]) -> Bundle:
    """The same publish, with the delivery of its first message once for each vendor."""
    sample = next(one for one in bundle.deliveries if one.message_id == bundle.messages[0].id)
    deliveries = tuple(
        replace(sample, id=f"{sample.id}-{account}", account=account, amend=None, amend_after=None)
        for account in accounts
    )
    return replace(bundle, deliveries=deliveries, recipients={})
