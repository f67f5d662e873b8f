"""Practice mail: one file a recipient, nobody twice, nobody forgotten."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.delivery import RecipientState
from composer.publishing.destinations.mail_folder import MailFolder
from composer.publishing.port import NotAccepted, NotFound, Sent
from tests.publishing.samples import Told, build_mail, job, mail, recipients

ACCEPTED, REFUSED, PENDING = RecipientState.ACCEPTED, RecipientState.REFUSED, RecipientState.PENDING


def test_each_recipient_gets_one_file(tmp_path: Path) -> None:
    told = Told()
    folder = MailFolder(tmp_path / "mail", build_mail)
    sent = folder.deliver(job(mail("d-1"), recipients(3), told=told))
    assert sent == Sent("d-1", (tmp_path / "mail").as_uri())
    assert told.wires == 1
    assert [(x.ordinal, x.state) for x in told.outcomes] == [(n, ACCEPTED) for n in range(3)]
    assert sorted(x.name for x in (tmp_path / "mail").iterdir()) == [f"d-1-0000{n}.eml" for n in range(3)]
    assert b"To: person2@example.com\r\n" in (tmp_path / "mail" / "d-1-00002.eml").read_bytes()
    assert (tmp_path / "mail" / "d-1-00000.eml").stat().st_mode & 0o777 == 0o600


@given(st.sets(st.integers(0, 7)))
def test_what_is_there_is_found_and_the_rest_is_sent(tmp_path_factory, there) -> None:
    path = tmp_path_factory.mktemp("mail")
    built: list[int] = []

    def build(payload, recipient, delivery_id):
        built.append(recipient.ordinal)
        return build_mail(payload, recipient, delivery_id)

    folder, people = MailFolder(path, build), recipients(8)
    folder.deliver(job(mail("d-1"), [people[n] for n in sorted(there)]))
    told = Told()
    answer = folder.look_up(job(mail("d-1"), people, told=told))
    assert isinstance(answer, Sent) if len(there) == 8 else answer == NotFound(proven=True)
    assert {x.ordinal for x in told.outcomes if x.state is ACCEPTED} == there
    assert {x.ordinal for x in told.outcomes if x.state is PENDING} == set(range(8)) - there
    assert isinstance(folder.deliver(job(mail("d-1"), people)), Sent)
    assert sorted(built) == list(range(8))
    assert len(list(path.glob("*.eml"))) == 8


@pytest.mark.parametrize(
    "address",
    ["", "nobody", "a@", "@b", "a b@c.de", "a@b@c", "a@b..de", "a@-b.de", "a\r\nBcc: x@y.z@c.de", "a@b.de\n", "<a@b.de>", "a@b.de,c@d.ef",
     ".a@b.de", "a..b@c.de", "x" * 65 + "@b.de", "a@" + "b." * 130 + "de", "a\x00@b.de"],
)  # fmt: skip
def test_a_bad_address_is_refused_and_the_others_go(address: str, tmp_path: Path) -> None:
    people = recipients(2)
    people[0] = replace(people[0], email=address)
    told = Told()
    outcome = MailFolder(tmp_path, build_mail).deliver(job(mail("d-1"), people, told=told))
    assert isinstance(outcome, Sent)
    assert [x.state for x in told.outcomes] == [REFUSED, ACCEPTED]
    assert str(told.outcomes[0].error).endswith("is not a mail address.")
    assert "\n" not in str(told.outcomes[0].error)
    assert [x.name for x in tmp_path.iterdir()] == ["d-1-00001.eml"]


@pytest.mark.parametrize(
    "address", ["a@b.de", "a.b+c@d-e.example.com", "o'neil@example.com", "root@localhost", "a_1@x.y"]
)
def test_a_good_address_is_taken(address: str, tmp_path: Path) -> None:
    people = [replace(recipients(1)[0], email=address)]
    assert isinstance(MailFolder(tmp_path, build_mail).deliver(job(mail("d-1"), people)), Sent)


def test_only_refused_addresses_are_a_failure(tmp_path: Path) -> None:
    people = [replace(one, email="nobody") for one in recipients(2)]
    outcome = MailFolder(tmp_path, build_mail).deliver(job(mail("d-1"), people))
    assert outcome == NotAccepted("All 2 addresses were refused.")


def test_a_mail_that_can_not_be_made_is_refused_for_that_recipient(tmp_path: Path) -> None:
    def build(payload, recipient, delivery_id):
        if recipient.ordinal == 0:
            raise ValueError("header value holds a line break")
        return build_mail(payload, recipient, delivery_id)

    told = Told()
    assert isinstance(MailFolder(tmp_path, build).deliver(job(mail("d-1"), recipients(2), told=told)), Sent)
    assert [x.state for x in told.outcomes] == [REFUSED, ACCEPTED]
    assert "line break" in str(told.outcomes[0].error)


def test_a_full_disk_in_the_middle_leaves_the_rest_pending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.write, []

    def full(handle: int, data: bytes) -> int:
        calls.append(1)
        if len(calls) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data)

    told = Told()
    folder = MailFolder(tmp_path, build_mail)
    monkeypatch.setattr(os, "write", full)
    outcome = folder.deliver(job(mail("d-1"), recipients(4), told=told))
    monkeypatch.undo()
    assert outcome == NotAccepted("d-1-00002.eml could not be written: the disk is full.", 30.0)
    assert [x.ordinal for x in told.outcomes] == [0, 1]
    assert isinstance(folder.deliver(job(mail("d-1"), recipients(4)[2:])), Sent)
    assert len(list(tmp_path.iterdir())) == 4


def test_a_sent_mail_can_not_be_changed(tmp_path: Path) -> None:
    refused = MailFolder(tmp_path, build_mail).amend(mail("d-1"), b"{}")
    assert refused is not None
    assert ("correction" in refused.error, refused.retry_after_s) == (True, None)
