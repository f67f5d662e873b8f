"""One account's JSON API: requests with the account's credential, at the account's pace.

A request is made without its credential, so that it can be shown and compared; the credential is read and put in at the last moment, and bound
to the host of the account's address.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from composer import crash_points
from composer.domain.errors import NotLoopbackError, UserFacingError
from composer.domain.sayings import Code, Said
from composer.publishing.answers import LATER, wait_s
from composer.publishing.http import ExchangeError, HttpWire, Reply
from composer.publishing.pacing import Pace

Credential = Callable[[], str]
"""Reads the account's credential; raises UserFacingError where it can't be read."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it leaves, without its credential. `path` is under the account's address, with its query."""

    method: str
    path: str
    content: bytes = b""
    content_type: str | None = None

    @classmethod
    def read(cls, path: str, **query: str | int) -> Request:
        """A request that changes nothing."""
        return cls("GET", path + (f"?{urlencode(query)}" if query else ""))

    @classmethod
    def write(cls, method: str, path: str, body: Mapping[str, Any]) -> Request:
        """A request with a JSON body; the same body always gives the same bytes."""
        data = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(method, path, data, "application/json; charset=utf-8")


def segment(text: str) -> str:
    """A text as one segment of a path."""
    return quote(text, safe="")


class Api:
    """`wire` gives the HTTP wire, opened when it is first needed. `scheme` is the word before the credential in the Authorization header; `headers` go with every request, and stand above its own."""

    def __init__(
        self,
        wire: Callable[[], HttpWire],
        base_url: str,
        credential: Credential,
        pace: Pace,
        *,
        scheme: str = "Bearer ",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._wire = wire
        self._base_url = base_url.rstrip("/")
        self._credential = credential
        self._pace = pace
        self._scheme = scheme
        self._headers = dict(headers or {})

    def send(self, request: Request, on_wire: Callable[[], None] = lambda: None) -> Reply:
        """Send one request in its turn and give the whole reply. Raises ExchangeError where there is none; see `HttpWire.send` for `on_wire`."""
        try:
            wire, headers = self._wire(), self._with(request, self._credential())
        except UserFacingError as trouble:
            raise ExchangeError(
                trouble.said or trouble.message, on_wire=False, lasting=True, next_step=trouble.next_step
            ) from trouble
        left_s = self._pace.wait()
        if left_s:
            raise ExchangeError(Said.of(Code.PAUSE_ASKED), on_wire=False, retry_after_s=left_s)
        url = self._base_url + request.path
        crash_points.reach("api.asking")
        try:
            reply = wire.send(request.method, url, headers=headers, content=request.content, on_wire=on_wire)
        except NotLoopbackError as trouble:
            raise ExchangeError(
                trouble.message, on_wire=False, lasting=True, next_step=trouble.next_step
            ) from trouble
        crash_points.reach("api.answered")
        if reply.status in LATER:
            self._pace.pause(wait_s(reply, attempts=1))
        return reply

    def _with(self, request: Request, credential: str) -> dict[str, str]:
        headers = {"Authorization": self._scheme + credential, **self._headers}
        if request.content_type is not None:
            headers.setdefault("Content-Type", request.content_type)
        return headers
