"""What plan.toml may say of external services and their feeds."""

from __future__ import annotations

import ipaddress
from typing import Annotated, Any, ClassVar, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from composer.domain import plan as domain
from composer.domain.sayings import Code, told
from composer.toml.document import Table

Words = Annotated[str, Field(min_length=1, max_length=500)]
"""A short text that must say something."""


def _feed_address(address: str) -> str:
    """An address that a feed may be read from: https, or http on this computer alone; nothing secret in it."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(told(Code.PLAN_FEED)) from None
    is_plain = parts.scheme == "http" and _is_this_computer(host)
    if not (parts.scheme == "https" or is_plain) or not host or not address.isprintable() or " " in address:
        raise ValueError(told(Code.PLAN_FEED))
    if parts.username is not None or parts.password is not None:
        raise ValueError(told(Code.PLAN_FEED_PASSWORD))
    return address


def _is_this_computer(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class ServiceTable(Table):
    makes: ClassVar[Any] = domain.ExternalService
    name: Words
    status_page: str
    support: str
    feed: Annotated[str, Field(max_length=500), AfterValidator(_feed_address)] | None = None
    format: Annotated[domain.FeedFormat, Field(strict=False)] | None = None
    match: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=100)]],
        Field(max_length=20, default_factory=list),
    ]
    page: Annotated[str, Field(max_length=100)] = ""
    stale_days: Annotated[int, Field(ge=1, le=3_650)] = 90

    @model_validator(mode="after")
    def _about_a_feed(self) -> Self:
        if self.feed is None and (self.format is not None or self.match or self.page):
            raise ValueError(told(Code.PLAN_FEED_MISSING))
        return self


class FeedsTable(Table):
    makes: ClassVar[Any] = domain.FeedRules
    every_minutes: Annotated[float, Field(ge=1, le=240)] = 5.0
    jitter_percent: Annotated[float, Field(ge=0, le=50)] = 20.0
    wait_s: Annotated[float, Field(ge=1, le=60)] = 10.0
    slowest_minutes: Annotated[float, Field(ge=1, le=1_440)] = 60.0

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.slowest_minutes < self.every_minutes:
            raise ValueError(told(Code.PLAN_FEED_SLOWEST))
        return self
