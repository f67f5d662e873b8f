"""Any feed: what its bytes say of a service, in the format that the plan names, else in the one that they look like."""

from __future__ import annotations

from datetime import datetime

from composer.domain.health import HealthState, ServiceHealth
from composer.domain.plan import ExternalService, FeedFormat
from composer.domain.sayings import Code, told
from composer.feeds import aws, google, paypal, statuspage, syndication
from composer.feeds.evidence import Asked, Doubt, read_json


def read(service: ExternalService, body: bytes, now: datetime, address: str = "") -> ServiceHealth:
    """How a service is doing by its feed's answer. Takes any bytes, never raises, and is *unknown* wherever it is in doubt.

    `now` is UTC; `address` is where the answer came from after redirects.
    """
    asked = Asked(service, now, address)
    try:
        return _read(body, asked)
    except Doubt as doubt:
        return unknown(service, doubt.why, now)


def unknown(service: ExternalService, why: str, now: datetime | None) -> ServiceHealth:
    """A service of which nothing can be said, and why."""
    return ServiceHealth(service.name, HealthState.UNKNOWN, now, why=why)


def _read(body: bytes, asked: Asked) -> ServiceHealth:
    wanted = asked.service.format
    if wanted is FeedFormat.ATOM or (wanted is None and syndication.fits(body)):
        if not syndication.fits(body):
            raise Doubt(told(Code.FEED_ODD))
        return syndication.read(body, asked)
    if body.lstrip()[:1] == b"<":
        raise Doubt(told(Code.FEED_ODD))
    document = read_json(body)
    found = wanted or _looks_like(document, body)
    match found:
        case FeedFormat.STATUSPAGE:
            return statuspage.read(document, asked)
        case FeedFormat.GOOGLE:
            return google.read(document, asked)
        case FeedFormat.AWS:
            return aws.read(document, asked, body)
        case FeedFormat.PAYPAL:
            return paypal.read(document, asked)
        case _:
            raise Doubt(told(Code.FEED_ODD))


def _looks_like(document: object, body: bytes) -> FeedFormat | None:
    if statuspage.fits(document):
        return FeedFormat.STATUSPAGE
    if paypal.fits(document):
        return FeedFormat.PAYPAL
    if google.fits(document):
        return FeedFormat.GOOGLE
    return FeedFormat.AWS if aws.fits(document, body) else None
