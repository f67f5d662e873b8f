"""What would leave, as a person reads it."""

from __future__ import annotations

from composer.domain.departure import Departure, Leaving
from tests.domain.shipped import delivery


def test_it_is_read_as_head_and_body() -> None:
    mail = Departure("MAIL", "smtp://127.0.0.1", "Subject: Payments", "Größe\r\nok".encode())
    assert mail.text == "Subject: Payments\n\nGröße\nok"
    assert Departure("GET", "http://127.0.0.1/").text == ""


def test_a_mail_waits_where_all_who_are_left_wait_for_a_person() -> None:
    assert Leaving(delivery(), (), readers=0, pending=3).waits
    assert not Leaving(delivery(), (), readers=1, pending=3).waits
    assert not Leaving(delivery(), ()).waits
