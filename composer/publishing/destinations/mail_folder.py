"""Practice mail: a folder with one `.eml` file a recipient, in place of SMTP and SendGrid.

A file's name comes from the delivery and the recipient's place in it, so a second attempt finds what the first one wrote: nobody gets two, and
nobody is forgotten after a crash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from composer import crash_points
from composer.domain.delivery import Delivery, Recipient, RecipientState
from composer.domain.errors import UserFacingError, told_by
from composer.domain.sayings import Code, told
from composer.files import MaybeWrittenError, NotWrittenError, make_folder, not_written, write_atomic
from composer.publishing.port import (
    Answer,
    CannotTell,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    RecipientOutcome,
    Sent,
)

BuildMail = Callable[[bytes, Recipient, str], bytes]
"""Makes the finished mail (RFC 5322 bytes) from a payload, for one recipient of the delivery with that id.

Raises ValueError or UserFacingError where none can be made for this recipient."""

_LONGEST_ADDRESS = 254
_ATOM = r"[^\s@<>()\[\]\\,;:\"\x00-\x20\x7f]"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_ADDRESS = re.compile(
    rf"(?!\.)(?!.*\.\.){_ATOM}{{1,64}}(?<!\.)@{_LABEL}(?:\.{_LABEL})*", re.ASCII | re.DOTALL
)


class MailFolder:
    """A mail server that is a folder. `build_mail` makes the mail of one recipient; the folder is made when it is missing."""

    def __init__(self, folder: Path, build_mail: BuildMail) -> None:
        self._folder = folder
        self._build_mail = build_mail

    def deliver(self, job: Job) -> Outcome:
        """Write one file a recipient, telling each outcome as it is known.

        A full disk in the middle leaves the rest pending; an address that no mail can be sent to is refused, and the others go.
        """
        crash_points.reach("mail.before_wire")
        job.on_wire()
        crash_points.reach("mail.after_wire")
        refused: list[str] = []
        try:
            make_folder(self._folder, 0o700)
            for recipient in job.recipients:
                if not job.may_go_on():
                    return self._sent(job.delivery)
                error = self._write(job, recipient)
                if error is not None:
                    refused.append(error)
                    job.tell(RecipientOutcome(recipient.ordinal, RecipientState.REFUSED, error))
                else:
                    job.tell(RecipientOutcome(recipient.ordinal, RecipientState.ACCEPTED))
                crash_points.reach("mail.between_recipients")
        except OSError as trouble:
            failure = not_written(self._folder, trouble)
            return NotAccepted(told_by(failure), failure.retry_after_s)
        except NotWrittenError as failure:
            return NotAccepted(told_by(failure), failure.retry_after_s)
        except MaybeWrittenError as failure:
            return Doubt(told_by(failure))
        crash_points.reach("mail.written")
        if refused and len(refused) == len(job.recipients):
            return NotAccepted(
                refused[0] if len(refused) == 1 else told(Code.ALL_ADDRESSES_REFUSED, count=len(refused))
            )
        return self._sent(job.delivery)

    def look_up(self, job: Job) -> Answer:
        """Tell for each recipient whether the mail is there; sent if all are. A missing file is proof."""
        complete = True
        for recipient in job.recipients:
            if recipient.state is RecipientState.REFUSED:
                continue
            try:
                there = self._path(job.delivery.id, recipient.ordinal).exists()
            except OSError as trouble:
                return CannotTell(
                    told(Code.FOLDER_UNREADABLE, folder=self._folder.name, reason=trouble.strerror)
                )
            complete = complete and there
            state = RecipientState.ACCEPTED if there else RecipientState.PENDING
            job.tell(RecipientOutcome(recipient.ordinal, state))
        return self._sent(job.delivery) if complete else NotFound(proven=True)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:  # noqa: ARG002 - the port's signature
        """A mail that was sent can't be changed."""
        return NotAccepted(told(Code.MAIL_UNCHANGEABLE))

    def _write(self, job: Job, recipient: Recipient) -> str | None:
        """Write one mail; what is wrong with the address, or None."""
        path = self._path(job.delivery.id, recipient.ordinal)
        if path.exists():
            return None
        if len(recipient.email) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(recipient.email):
            return told(Code.NOT_A_MAIL_ADDRESS, address=_shown(recipient.email))
        try:
            data = self._build_mail(job.delivery.payload, recipient, job.delivery.id)
        except (ValueError, UserFacingError) as trouble:
            return told(Code.NO_MAIL_FOR, address=_shown(recipient.email), reason=told_by(trouble))
        write_atomic(path, data)
        return None

    def _path(self, delivery_id: str, ordinal: int) -> Path:
        return self._folder / f"{delivery_id}-{ordinal:05d}.eml"

    def _sent(self, delivery: Delivery) -> Sent:
        return Sent(delivery.id, self._folder.absolute().as_uri())


def _shown(address: str) -> str:
    plain = "".join(sign if sign.isprintable() else "�" for sign in address)
    return f"“{plain[:80]}”" if plain else told(Code.EMPTY_ADDRESS)
