"""What a person decides about deliveries, handed to the core. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from composer.services import by_hand, deciding

if TYPE_CHECKING:
    from composer.domain.delivery import Delivery, Recipient
    from composer.services.core import Services
    from ui.publish.by_hand import SentByHand
    from ui.publish.presenter import PublishPresenter


@dataclass(frozen=True, slots=True)
class Looked:
    """A delivery as it was read to be looked at: its text to paste, and its recipients where it is a mail to many."""

    delivery: Delivery
    text: str
    recipients: tuple[Recipient, ...]


class Deciding(QObject):
    """Asks the core about one delivery, and does what the person wants.

    Signals:
        looked(object, str): a `Looked`, and what it was read for ("details" or "by_hand").
    """

    looked = Signal(object, str)

    def __init__(self, presenter: PublishPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter

    def do(self, delivery_id: str, key: str) -> None:
        """What needs no more words: "send_again", "let_be", "pause", "try_now", "look_up", "check_again"."""
        presenter = self._presenter
        match key:
            case "send_again":
                presenter.decide(lambda services: services.send_again(delivery_id), carry=True)
            case "let_be" | "pause":
                presenter.decide(lambda services: services.let_be(delivery_id))
            case "try_now":
                presenter.decide(lambda services: deciding.try_now(services, delivery_id), carry=True)
            case "look_up":
                presenter.carry_again()
            case "check_again":
                presenter.ask(
                    lambda services: services.outbox.look_up(services.record.delivery(delivery_id)),
                    lambda _: presenter.read_again(),
                    line="send",
                )
            case _:
                raise KeyError(key)

    def pause(self, publish_id: str) -> None:
        """Stop everything of a round that has not left."""
        self._presenter.ask(
            lambda services: deciding.pause(services, publish_id), lambda _: self._presenter.read_again()
        )

    def look_at(self, delivery_id: str, why: str) -> None:
        """Read a delivery's text and recipients; `looked` tells."""

        def call(services: Services) -> Looked:
            delivery = services.record.delivery(delivery_id)
            text = by_hand.text_to_paste(services, delivery)
            return Looked(delivery, text, services.record.recipients(delivery_id))

        self._presenter.ask(call, lambda found: self.looked.emit(found, why))

    def mark(self, delivery_id: str, said: SentByHand) -> None:
        """The person sent it themselves."""
        self._presenter.decide(
            lambda services: by_hand.mark(services, delivery_id, at=said.at, by=said.by, url=said.url)
        )
