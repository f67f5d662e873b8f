"""Two open incidents that get in each other's way: the same component, the same words."""

from __future__ import annotations

from collections.abc import Iterator

from composer.checks.clashing import at_message
from composer.checks.passages import Scene, where
from composer.domain.channel import Audience, Channel
from composer.domain.contradictions import Clash
from composer.domain.declaring import look_alike
from composer.domain.findings import Finding
from composer.domain.message import RenderedMessage
from composer.domain.next_update import NEXT_UPDATE
from composer.domain.plan import ComponentStatus
from composer.domain.sayings import Code, told

COMPONENTS = "components"
_SHORT = 40
"""Characters under which two texts are the same by chance."""


def clashing_incidents(scene: Scene) -> Iterator[Finding]:
    """What another open incident holds, or says, too."""
    if not scene.others:
        return
    yield from _shared(scene)
    yield from _same(scene)


def _shared(scene: Scene) -> Iterator[Finding]:
    """A component that another one holds, told while it is new to this one. One that looks like the same incident is pointed out as such."""
    known = {} if scene.before is None else scene.before.components
    new = [key for key, status in scene.incident.components.items() if key not in known and status.rank]
    found = look_alike(scene.incident.title, new, scene.others) if scene.before is None else None
    for component in scene.plan.components:
        if component.key not in new:
            continue
        for other in scene.others:
            if found is not None and other.id == found.incident.id:
                continue
            if other.components.get(component.key, ComponentStatus.OPERATIONAL).rank:
                text = told(Code.COMPONENT_SHARED, component=component.name, title=other.title)
                quote = f"{component.key} {other.id}"
                yield from at_message(scene, Clash.SHARED, text, None, COMPONENTS, quote=quote)
                break


def _same(scene: Scene) -> Iterator[Finding]:
    titles = {one.id: one.title for one in scene.others}
    for asked in scene.messages:
        head = asked.head
        if asked.message is None or head.audience is not Audience.PUBLIC or head.channel is Channel.COPY:
            continue
        text = _bare(_without_promise(asked.message), "")
        if len(text) < _SHORT or scene.plan.phase(scene.incident.phase).resolves:
            continue
        promise = scene.plan.words.next_update_line.partition("{time}")[0]
        for message in scene.others_said:
            if message.channel is head.channel and _bare(message.text, promise) == text:
                said = told(
                    Code.SAME_PUBLIC_TEXT,
                    where=where(head.channel),
                    title=titles.get(message.incident_id, ""),
                )
                field = next((one.field for one in scene.passages if one.head is head), None)
                yield from at_message(scene, Clash.SAME, said, head, field, quote=message.id)
                break


def _without_promise(message: RenderedMessage) -> str:
    return "".join(one.text for one in message.body if one.field != NEXT_UPDATE)


def _bare(text: str, promise: str) -> str:
    """The text as it is compared: without its promise, and whatever the case and the spaces."""
    if promise:
        text = text.rpartition(promise)[0] or text
    return " ".join(text.casefold().split())
