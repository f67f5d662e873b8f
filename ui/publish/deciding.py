"""What a person decides about deliveries, handed to the core. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from composer.services import by_hand, catching_up, deciding, second_way
from ui import sayings

if TYPE_CHECKING:
    from composer.domain.delivery import Delivery, Recipient
    from composer.services.core import Published, Services
    from ui.publish.by_hand import SentByHand
    from ui.publish.other_way import Reached
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
        caught_up(object): the `Publish` of a post that takes the place of old ones; it is held or on its way.
        may_reach(str, object): a delivery's id, and the `SecondWays` beside it.
        blocked(str): what keeps a current post from leaving.
    """

    looked = Signal(object, str)
    caught_up = Signal(object)
    may_reach = Signal(str, object)
    blocked = Signal(str)

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

    def catch_up(self, delivery_id: str) -> None:
        """One Slack post with what holds now, in place of those that never left; `caught_up` tells of its round."""

        def call(services: Services) -> Published:
            return catching_up.catch_up(services, services.record.delivery(delivery_id).incident_id)

        def answered(published: Published) -> None:
            if published.publish is not None:
                self.caught_up.emit(published.publish)
                self._presenter.session.refresh_soon()
            else:
                self.blocked.emit(sayings.of(published.findings[0].text))

        self._presenter.ask(call, answered)

    def begin_other_way(self, delivery_id: str) -> None:
        """Read who can be reached while Slack does not take a post; `may_reach` tells."""
        self._presenter.ask(
            lambda services: second_way.second_ways(services, delivery_id),
            lambda ways: self.may_reach.emit(delivery_id, ways),
        )

    def reach(self, delivery_id: str, wanted: Reached) -> None:
        """Mail or page them; its round is followed, and the post stays where it is."""
        self._presenter.ask(
            lambda services: second_way.reach_responders(
                services, delivery_id, mailed=wanted.mailed, paged=wanted.paged
            ),
            self._presenter.carry_beside,
        )

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
