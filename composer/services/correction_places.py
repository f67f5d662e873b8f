"""Where a correction goes: to just the places that have the wrong text, also where the way there is another one by now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind

Lane = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """The corrections that go out, and which of them (its id) goes to each place that has a wrong text, by its lane; a lane that no way leads to any more has none."""

    deliveries: tuple[Delivery, ...]
    by_lane: Mapping[Lane, str]


def places(right: Sequence[Delivery], made: Sequence[Delivery], mail_accounts: Collection[str]) -> Places:
    """Those of the deliveries `made` of a correction that go where the wrong ones went, with the making of a channel that they need.

    A place has the same account and destination, unless the way there has changed: a mail that another account carried after the first one refused is corrected by
    that account, and what a person sent by hand is corrected by the connection that there is now, or the other way round.
    """
    said = [one for one in made if one.kind is DeliveryKind.MESSAGE]
    by_lane = {one.lane: one for one in said}
    wanted = {one.lane for one in right}
    found = {lane: by_lane[lane] for lane in wanted & by_lane.keys()}
    free = [one for one in said if one.lane not in wanted]
    for one in right:
        if one.lane in found:
            continue
        there = _nearest(one, [each for each in free if _leads_there(one, each)])
        if there is not None and one.channel is Channel.EMAIL:
            free.remove(there)
            if one.account in mail_accounts:
                there = replace(there, account=one.account)
        elif one.channel is Channel.EMAIL:
            there = _nearest(one, list(found.values()))
        if there is not None:
            found[one.lane] = there
    chosen = {one.id: one for one in found.values()}
    lanes = {one.lane for one in made if one.id in chosen}
    deliveries = tuple(chosen.get(one.id, one) for one in made if one.lane in lanes)
    return Places(deliveries, {lane: one.id for lane, one in found.items()})


def _nearest(one: Delivery, made: Sequence[Delivery]) -> Delivery | None:
    same = [each for each in made if each.channel is one.channel]
    return next((each for each in same if each.destination == one.destination), next(iter(same), None))


def _leads_there(one: Delivery, made: Delivery) -> bool:
    """Whether a correction by another way reaches the readers of the wrong text. Those of a mail are known by name; another page or workspace of the same kind has readers of its own."""
    if one.channel is Channel.EMAIL:
        return True
    return made.account == one.account or _is_by_hand(made) or _is_by_hand(one)


def _is_by_hand(one: Delivery) -> bool:
    """Whether no connection carries it, so that a person does."""
    return one.account.partition(".")[0] == "live"
