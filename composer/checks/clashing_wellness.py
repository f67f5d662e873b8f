"""*All services are operating normally*, while one is not: a component of this incident, or one that another open incident holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from composer.checks.clashing import at_claim, at_message
from composer.checks.gate import Asked
from composer.checks.passages import Scene, where
from composer.domain.channel import Audience, Channel
from composer.domain.contradictions import Clash
from composer.domain.findings import Finding
from composer.domain.message import TemplateHead
from composer.domain.plan import Component, ComponentStatus
from composer.domain.sayings import Code, Told, told

COMPONENTS = "components"


def clashing_wellness(scene: Scene) -> Iterator[Finding]:
    """Each claim that all is well, or that a component is, which the components contradict; and, while resolving, what is left."""
    own = _worst_first(scene.plan.components, scene.incident.components)
    holding = [
        (_status(other.components, component).rank, component, other.title)
        for other in scene.others
        for component in _worst_first(scene.plan.components, other.components)
    ]
    held = [(component, title) for _, component, title in sorted(holding, key=lambda one: -one[0])]
    if not own and not held:
        return
    claiming = set()
    for asked in scene.messages:
        for finding in _all_well(scene, asked, own, held):
            claiming.add(asked.head.name)
            yield finding
    by_key = {component.key: title for component, title in held}
    for passage in scene.passages:
        for key, place in passage.reading.component_well:
            component = scene.plan.component(key)
            if component in own or key in by_key:
                said = passage.text[slice(*place)]
                text = _contradicted(said, passage.head, component, None if component in own else by_key[key])
                yield from at_claim(scene, Clash.COMPONENT_WELL, text, passage, place)
    yield from _left(scene, own, held, claiming)


def _all_well(
    scene: Scene, asked: Asked, own: list[Component], held: list[tuple[Component, str]]
) -> Iterator[Finding]:
    if asked.message is None or asked.head.corrects:
        return
    body = asked.message.text
    for place in scene.reader.all_well(body):
        elsewhere = {one.key for one, _ in held}
        ours = next((one for one in own if one.key not in elsewhere), None)
        component, title = held[0] if ours is None else (ours, None)
        clash = Clash.ALL_WELL if ours is not None else Clash.ALL_WELL_ELSEWHERE
        text = _contradicted(body[slice(*place)], asked.head, component, title)
        inside = next(
            (
                one
                for one in scene.passages
                if one.head is asked.head and one.place <= place[0] and place[1] <= one.place + len(one.text)
            ),
            None,
        )
        if inside is not None:
            start = place[0] - inside.place
            words = (start, start + place[1] - place[0])
            yield from at_claim(scene, clash, text, inside, words)
        else:
            field, quote = COMPONENTS if ours is not None else None, body[slice(*place)]
            yield from at_message(scene, clash, text, asked.head, field, quote=quote, places=(place,))


def _left(
    scene: Scene, own: list[Component], held: list[tuple[Component, str]], claiming: set[str]
) -> Iterator[Finding]:
    """While resolving: what is not well yet, where no text says that it is."""
    if not scene.plan.phase(scene.incident.phase).resolves:
        return
    names = {component.name for component, _ in held}
    for asked in scene.messages:
        head = asked.head
        if (
            held
            and not claiming
            and head.audience is Audience.PUBLIC
            and head.channel in (Channel.STATUS_PAGE, Channel.EMAIL)
        ):
            component, title = held[0]
            text = told(Code.OTHERS_HOLD, component=component.name, title=title)
            yield from at_message(scene, Clash.OTHERS, text, head)
        if head.channel is Channel.STATUS_PAGE and head.name not in claiming:
            for component in own:
                if component.name not in names:
                    text = told(Code.LEFT_DEGRADED, component=component.name)
                    yield from at_message(scene, Clash.LEFT, text, head, COMPONENTS, quote=component.name)


def _contradicted(said: str, head: TemplateHead, component: Component, title: str | None) -> Told:
    said = " ".join(said.split())
    if title is None:
        return told(Code.WELL_CLASHES, this=said, where=where(head.channel), component=component.name)
    return told(
        Code.WELL_CLASHES_WITH_OTHER,
        this=said,
        where=where(head.channel),
        component=component.name,
        title=title,
    )


def _worst_first(components: Iterable[Component], held: Mapping[str, ComponentStatus]) -> list[Component]:
    """Those that are not operational; of equals the one that the plan names first."""
    hurt = [one for one in components if _status(held, one).rank]
    return sorted(hurt, key=lambda one: -_status(held, one).rank)


def _status(components: Mapping[str, ComponentStatus], component: Component) -> ComponentStatus:
    return components.get(component.key, ComponentStatus.OPERATIONAL)
