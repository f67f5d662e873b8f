"""How an external service is doing, in the window's words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from composer.domain.health import HealthState, ServiceHealth
from ui import sayings


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def line(health: ServiceHealth) -> str:
    """What it says of itself: an incident with its beginning, that all is well, or that nothing is known and why."""
    match health.state:
        case HealthState.AFFECTED:
            return _affected(health)
        case HealthState.OPERATIONAL:
            return tr("{service} says that all is well").format(service=health.service)
        case HealthState.UNKNOWN:
            return tr("{service}: not known, {why}").format(
                service=health.service, why=sayings.of(health.why).rstrip(".")
            )


def _affected(health: ServiceHealth) -> str:
    if health.since_text:
        words = tr("{service} reports an incident since {since} UTC").format(
            service=health.service, since=health.since_text
        )
    else:
        words = tr("{service} reports an incident").format(service=health.service)
    about = health.headline or ", ".join(health.parts)
    words += f": {about}" if about else ""
    return words + (tr(" (and {count} more)").format(count=health.more) if health.more else "")


def state(health: ServiceHealth) -> str:
    """The same for a table in which the service stands beside it."""
    words = line(health)
    match health.state:
        case HealthState.UNKNOWN:
            words = tr("Not known: {why}").format(why=sayings.of(health.why).rstrip("."))
        case HealthState.OPERATIONAL:
            words = tr("Operational, it says")
    return f"{words} · {read(health.read_at)}" if health.read_at is not None else words


def read(at: datetime) -> str:
    """When it was read."""
    return tr("read {time} UTC").format(time=f"{at:%H:%M}")
