"""Mail through SendGrid: batches of at most 1,000, one personalised copy a recipient.

202 means accepted, not delivered. A batch whose answer was lost is looked up in SendGrid's log by a category of its own, since the log shows no more than a
thousand mails at a time; since it lags, a copy that is not there proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any, Protocol

from composer.domain.delivery import Delivery, Recipient, RecipientState, in_doubt
from composer.domain.sayings import Code, Said, told
from composer.publishing.answers import as_said, as_words, not_taken, object_of, of_failure
from composer.publishing.api import Api, Request
from composer.publishing.http import ExchangeError
from composer.publishing.port import (
    Answer,
    CannotTell,
    Checked,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    RecipientOutcome,
    Sent,
)

BATCH = 1_000
"""The most personalizations of one request, and the most mails that the log shows at a time."""
LOOK_BACK = timedelta(days=2)
"""How far before a delivery's making its look-up begins: this computer's clock may have been many hours ahead then, and the category alone says which mail it is."""
ACCEPTED, WOULD_ACCEPT = 202, 200
"""What mail/send answers: to a mail that leaves, and to one in its sandbox."""

_BEING_SENT = told(Code.WAS_BEING_SENT)
_FAULTY = re.compile(r"personalizations[.\[](\d+)\]?\.to\b")
"""What is wrong with the address alone is its reader's; anything else of a personalization is our own mistake, and the same for everybody."""
_NAME_BREAKERS = str.maketrans({";": " ", ",": " "})


class MailForAll(Protocol):
    """A mail for many at once, with marks where each recipient's name goes."""

    @property
    def sender(self) -> tuple[str, str]: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Words:
    """How a frozen payload is read: the mail for all, and what stands in place of its marks for one recipient."""

    mail: Callable[[bytes], MailForAll]
    marks: Callable[[bytes, Recipient], Mapping[str, str]]


class Sendgrid:
    """A SendGrid account. `sender` is the bare address that its mails come from, with which it is checked."""

    def __init__(self, api: Api, words: Words, sender: str, *, batch: int = BATCH) -> None:
        self._api = api
        self._sender = sender
        self._words = words
        self._batch = batch

    def deliver(self, job: Job) -> Outcome:
        """Mail everybody who is still to be mailed, a batch at a time; what became of a batch is stored before the next."""
        mail = self._words.mail(job.delivery.payload)
        vendor_id: str | None = None
        doubt: Doubt | None = None
        for batch, people in _batches(job.recipients, self._batch):
            if not job.may_go_on():
                break
            outcome = self._send(job, mail, batch, people)
            match outcome:
                case NotAccepted():
                    return doubt or outcome
                case Doubt():
                    doubt = doubt or outcome
                case Sent(own):
                    vendor_id = vendor_id or own
        return doubt or Sent(vendor_id)

    def look_up(self, job: Job) -> Answer:
        """Which of the doubtful copies SendGrid's log shows."""
        doubtful = [one for one in job.recipients if one.state is RecipientState.UNKNOWN]
        count = 0
        for batch, people in _batches(doubtful, self._batch):
            seen = self._logged(job.delivery, batch)
            if isinstance(seen, CannotTell):
                return seen
            found = [one for one in people if one.email.casefold() in seen]
            job.tell_all([RecipientOutcome(one.ordinal, RecipientState.ACCEPTED) for one in found])
            count += len(found)
        if count < len(doubtful):
            return CannotTell(told(Code.LOG_SHOWS_SOME, count=count, all=len(doubtful)))
        if any(one.state is RecipientState.PENDING for one in job.recipients):
            return NotFound(proven=True)  # those left were never in a request
        return Sent(None)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:  # noqa: ARG002 - the port's signature
        """A mail that was sent can't be changed."""
        return NotAccepted(told(Code.MAIL_UNCHANGEABLE))

    def check(self) -> Checked:
        """Whether the key may send mail, and whether a mail from the sender would be taken: SendGrid is asked in its sandbox, from which nothing leaves."""
        try:
            reply = self._api.send(Request.read("/scopes"))
        except ExchangeError as trouble:
            return Checked(missing=(trouble.said or Said.verbatim(trouble.told),))
        content = object_of(reply)
        refused = not_taken(reply, _words(content)[0], attempts=1)
        scopes = (content or {}).get("scopes")
        if refused is not None or not isinstance(scopes, list):
            return Checked(missing=(Said.of(Code.NOT_SENDGRIDS) if refused is None else as_said(refused),))
        facts = (Said.of(Code.PERMISSIONS, permissions=str(len(scopes))),)
        if "mail.send" not in scopes:
            return Checked(facts, (Said.of(Code.LACKS_MAIL_SEND),))
        said, good = self._in_sandbox()
        return Checked((*facts, said)) if good else Checked(facts, (said,))

    def _in_sandbox(self) -> tuple[Said, bool]:
        """What SendGrid would make of a mail from the sender to the sender, and whether that is good."""
        mail = {
            "personalizations": [{"to": [{"email": self._sender}]}],
            "from": {"email": self._sender},
            "subject": "Check of the connection",
            "content": [{"type": "text/plain", "value": "Nobody gets this mail."}],
            "mail_settings": {"sandbox_mode": {"enable": True}},
        }
        try:
            reply = self._api.send(Request.write("POST", "/mail/send", mail))
        except ExchangeError as trouble:
            return trouble.said or Said.verbatim(str(trouble)), False
        words = _words(object_of(reply))[0]
        if reply.status in (400, 403):
            told = f": {words}" if words else ""
            status = str(reply.status)
            return Said.of(Code.SENDER_REFUSED, sender=self._sender, status=status, told=told), False
        refused = not_taken(reply, words, attempts=1)
        if refused is not None:
            return as_said(refused), False
        if reply.status == WOULD_ACCEPT and object_of(reply) is None and not reply.body.strip():
            return Said.of(Code.SENDGRID_WOULD_SEND, sender=self._sender), True
        if reply.status == ACCEPTED:
            return Said.of(Code.SENDGRID_DID_SEND, sender=self._sender), True
        return Said.of(Code.NOT_SENDGRIDS), False

    def _send(self, job: Job, mail: MailForAll, batch: int, people: Sequence[Recipient]) -> Outcome:
        """One batch. An address that SendGrid names as wrong is refused, and the others go."""
        left = list(people)
        while left:
            refused = self._send_once(job, mail, batch, left)
            if not isinstance(refused, _Faulty):
                return refused
            wrong = left.pop(refused.position)
            job.tell(RecipientOutcome(wrong.ordinal, RecipientState.REFUSED, refused.words))
        return Sent(None)

    def _send_once(
        self, job: Job, mail: MailForAll, batch: int, people: Sequence[Recipient]
    ) -> Outcome | _Faulty:
        attempts = job.delivery.attempts

        def begin() -> None:
            # In this order: a row in doubt without the mark would never be looked at again.
            job.on_wire()
            job.tell_all(
                [RecipientOutcome(one.ordinal, RecipientState.UNKNOWN, _BEING_SENT) for one in people]
            )

        def tell(state: RecipientState, error: str | None = None) -> None:
            job.tell_all([RecipientOutcome(one.ordinal, state, error) for one in people])

        try:
            reply = self._api.send(self._request(job.delivery, mail, batch, people), begin)
        except ExchangeError as trouble:
            outcome = of_failure(trouble, attempts=attempts)
            if isinstance(outcome, Doubt):
                tell(RecipientState.UNKNOWN, outcome.error)
            return outcome
        words, position = _words(object_of(reply))
        refused = not_taken(reply, words, attempts=attempts)
        if isinstance(refused, NotAccepted):
            tell(RecipientState.PENDING, refused.error)
            if position is not None and position < len(people):
                return _Faulty(position, words)
            return refused
        if refused is None and reply.status != ACCEPTED:
            refused = Doubt(in_doubt(told(Code.SENDGRID_ANSWER_DOUBTFUL)))
        if refused is not None:
            tell(RecipientState.UNKNOWN, refused.error)
            return refused
        tell(RecipientState.ACCEPTED)
        return Sent(reply.headers.get("x-message-id"))

    def _request(
        self, delivery: Delivery, mail: MailForAll, batch: int, people: Sequence[Recipient]
    ) -> Request:
        return Request.write(
            "POST",
            "/mail/send",
            {
                "personalizations": [self._personalization(delivery, one) for one in people],
                "from": _mailbox(*mail.sender),
                "subject": mail.subject,
                "content": [
                    {"type": "text/plain", "value": mail.text},
                    {"type": "text/html", "value": mail.html},
                ],
                "headers": dict(mail.headers),
                "categories": [_category(delivery, batch)],
                "tracking_settings": {
                    "click_tracking": {"enable": False, "enable_text": False},
                    "open_tracking": {"enable": False},
                },
            },
        )

    def _personalization(self, delivery: Delivery, one: Recipient) -> dict[str, Any]:
        marks = dict(self._words.marks(delivery.payload, one))
        return {
            "to": [_mailbox(one.name, one.email)],
            "custom_args": {"delivery_id": delivery.id, "recipient": str(one.ordinal)},
            "headers": {"Message-ID": one.message_id},
            **({"substitutions": marks} if marks else {}),
        }

    def _logged(self, delivery: Delivery, batch: int) -> set[str] | CannotTell:
        since = (delivery.created_at - LOOK_BACK).strftime("%Y-%m-%dT%H:%M:%SZ")
        category = _category(delivery, batch)
        query = f"sg_message_id_created_at > TIMESTAMP \"{since}\" AND categories IN ('{category}')"
        try:
            reply = self._api.send(Request.write("POST", "/logs", {"query": query, "limit": self._batch}))
        except ExchangeError as trouble:
            return CannotTell(trouble.told)
        content = object_of(reply)
        if reply.status != 200 or content is None:
            words, _ = _words(content)
            return CannotTell(
                told(Code.LOG_UNREADABLE, status=reply.status, told=": " + words if words else "")
            )
        rows = content.get("messages")
        return {
            str(row.get("to_email")).casefold()
            for row in (rows if isinstance(rows, list) else ())
            if isinstance(row, dict)
        }


@dataclass(frozen=True, slots=True)
class _Faulty:
    """One personalization for whose sake the whole request was refused."""

    position: int
    words: str


def _batches(people: Sequence[Recipient], size: int) -> Iterator[tuple[int, list[Recipient]]]:
    """Each batch with its number. Who is in which one follows from the list alone, so that a look-up knows it too, whatever has left by then."""
    for number, batch in groupby(people, lambda one: one.ordinal // size):
        yield number, list(batch)


def _category(delivery: Delivery, batch: int) -> str:
    return f"{delivery.id}.{batch}" if batch else delivery.id


def _mailbox(name: str, address: str) -> dict[str, str]:
    clean = " ".join(name.translate(_NAME_BREAKERS).split())
    return {"email": address, "name": clean} if clean else {"email": address}


def _words(content: dict[str, Any] | None) -> tuple[str, int | None]:
    """SendGrid's own words, and which personalization they are about."""
    errors = (content or {}).get("errors")
    position: int | None = None
    told = []
    for error in errors if isinstance(errors, list) else ():
        if isinstance(error, dict):
            told.append(str(error.get("message") or ""))
            found = _FAULTY.search(str(error.get("field") or ""))
            if found is not None and position is None:
                position = int(found[1])
    return as_words("; ".join(told)), position
