"""What would leave, as a dry run takes it down."""

from __future__ import annotations

from dataclasses import dataclass, field

from composer.domain.delivery import Delivery


@dataclass(frozen=True, slots=True)
class Departure:
    """One request, one mail or one file, as it would leave; no secret is in it.

    `method` is the verb of HTTP, MAIL (over SMTP), WRITE or APPEND (a file), COPY (the clipboard). `head` is what stands before the body, a line each; `body` the exact bytes but for
    secrets. `asks`: it changes nothing there. `only_if` names the condition where it is not certain to leave.
    """

    method: str
    address: str
    head: str = ""
    body: bytes = field(default=b"", repr=False)
    asks: bool = False
    only_if: str = ""

    @property
    def text(self) -> str:
        """The whole of it, as a person reads it."""
        body = self.body.decode("utf-8", "replace").replace("\r\n", "\n")
        return "\n\n".join(part for part in (self.head, body) if part)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What carrying out one delivery would send, in order. `readers` are those whom it would mail now, of `pending` who are still to be mailed; `more` of them are not among `departures`, since only the first were asked for: theirs differ in name and address alone. `trouble` is what would keep it from being sent as it is. `amends`: a text that has left is brought up to date."""

    delivery: Delivery
    departures: tuple[Departure, ...]
    readers: int = 0
    pending: int = 0
    trouble: str = ""
    notes: tuple[str, ...] = ()
    amends: bool = False
    more: int = 0

    @property
    def waits(self) -> bool:
        """Whether all who are left wait for a person."""
        return bool(self.pending) and not self.readers
