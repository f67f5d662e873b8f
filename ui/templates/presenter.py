"""Lists, checks and tries out templates off the main thread; of several checks under way only the newest one counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui import sayings
from ui.jobs import Newest
from ui.later import later
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.errors import Problem
    from composer.domain.message import TemplateHead
    from composer.services.core import Services
    from composer.services.own_templates import TemplateText

CHECK_AFTER_MS = 150
"""A text is checked so long after the last key."""
KEEP_AFTER_MS = 500
"""What is typed and not saved is kept in a file so long after a key, so that no crash takes it away."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One template of the list. `head` is None where one's own can't be read; `own` marks one's own, `broken` that something is wrong with it."""

    name: str
    head: TemplateHead | None
    own: bool
    broken: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks say of a text, and how it reads: `preview` on the incident named in `on` (empty: a made-up one). `changed` are the lines that differ from the shipped one."""

    name: str
    text: str
    problems: tuple[Problem, ...]
    preview: str
    on: str
    changed: tuple[str, ...] = ()


class TemplatesPresenter(QObject):
    """Logic of the templates.

    Signals:
        listed(object): every template, as a tuple of `Listed`.
        opened(object): the `TemplateText` of the chosen one; what was typed into it before stands in it again.
        judged(object): a `Judged` for the text in sight.
        saved(str): one's own was written, and counts from now on; its path.
        removed(str): one's own no longer counts; where what was in it is kept.
    """

    listed = Signal(object)
    opened = Signal(object)
    judged = Signal(object)
    saved = Signal(str)
    removed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._name = ""
        self._text = ""
        self._typed: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._newest = Newest()
        self._read_typed = False
        self._soon = later(self, CHECK_AFTER_MS, self._judge)
        self._keep = later(self, KEEP_AFTER_MS, self.flush)
        session.library_changed.connect(self.load)

    @property
    def name(self) -> str:
        """The template in sight; empty where none is."""
        return self._name

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._name in self._typed

    def field_label(self, name: str) -> str:
        """A field as a person knows it; its name where the catalogue has none."""
        field = self._session.services.library.catalogue.fields.get(name) if self._session.is_open else None
        return name if field is None else field.label

    def phase_label(self, key: str) -> str:
        """A phase as a person knows it; its key where the plan has none."""
        phases = self._session.services.plan.phases if self._session.is_open else ()
        return next((one.label for one in phases if one.key == key), key)

    @Slot()
    def load(self) -> None:
        """List every template."""
        if not self._session.is_open:
            return
        if not self._read_typed:
            self._read_typed = True
            self._session.run(_typed, self._on_typed_read)
        self._session.run(_list, self.listed.emit)

    @Slot()
    def flush(self) -> None:
        """Keep what was typed and not saved."""
        self._keep.stop()
        name = self._name
        text = self._typed.get(name)
        if text is None or text == self._kept.get(name) or not self._session.is_open:
            return
        self._kept[name] = text

        def call(services: Services) -> None:
            from composer.services.typed_templates import keep_typed

            keep_typed(services.home, name, text)

        def failed(_error: BaseException) -> None:
            self._kept.pop(name, None)  # so that the next key keeps it

        self._session.run(call, failed=failed, owner=self)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Open a template."""
        if not self._session.is_open:
            return
        self.flush()
        self._name = name

        def call(services: Services) -> TemplateText:
            from composer.services.own_templates import template_text

            return template_text(services.home, name)

        self._session.run(call, self._on_opened)

    @Slot(str)
    def type(self, text: str) -> None:
        """The text in the editor changed."""
        if not self._name or text == self._text:
            return
        self._text = text
        self._typed[self._name] = text
        self._soon.start()
        if not self._keep.isActive():  # also while somebody goes on typing it is kept twice a second
            self._keep.start()

    @Slot()
    def make_own(self) -> None:
        """Copy the template in sight into the home, to be changed there."""
        name = self._name
        if not name or not self._session.is_open:
            return

        def call(services: Services) -> str:
            from composer.services.own_templates import own_copy, reload

            path = own_copy(services.home, name)
            reload(services)
            return str(path)

        self._session.run(call, self._on_saved)

    @Slot()
    def save(self) -> None:
        """Save what was typed; a text that is wrong is refused, and stays in the editor."""
        name, text = self._name, self._text
        if not name or not self._session.is_open:
            return

        def call(services: Services) -> str:
            from composer.services.own_templates import reload, save_own
            from composer.services.typed_templates import drop_typed

            path = save_own(services.home, services.library, name, text)
            drop_typed(services.home, name)
            reload(services)
            return str(path)

        def done(path: str) -> None:
            self._kept.pop(name, None)
            if self._typed.get(name) == text:
                del self._typed[name]
            self._on_saved(path)

        self._session.run(call, done)

    @Slot()
    def remove_own(self) -> None:
        """Let the shipped template count again; what was in one's own is kept in a file beside it."""
        name = self._name
        if not name or not self._session.is_open:
            return

        self._keep.stop()

        def call(services: Services) -> tuple[str, bool]:
            from composer.services.own_templates import reload, remove_own
            from composer.services.typed_templates import drop_typed

            kept = remove_own(services.home, name)
            drop_typed(services.home, name)
            reload(services)
            return str(kept), name in services.library.templates

        def done(answer: tuple[str, bool]) -> None:
            kept, is_shipped = answer
            self._typed.pop(name, None)
            self._kept.pop(name, None)
            self.removed.emit(kept)
            self.load()
            if self._name == name and is_shipped:
                self.choose(name)

        self._session.run(call, done)

    def _on_saved(self, path: str) -> None:
        self.saved.emit(path)
        self.load()
        self.choose(self._name)

    def _on_typed_read(self, found: dict[str, str]) -> None:
        self._kept.update(found)
        self._typed = {**found, **self._typed}

    def _on_opened(self, found: TemplateText) -> None:
        if found.name != self._name:
            return
        from dataclasses import replace

        typed = self._typed.get(found.name) if found.own else None
        self._text = found.text if typed is None else typed
        self.opened.emit(replace(found, text=self._text))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        name, text = self._name, self._text
        if not name or not self._session.is_open:
            return
        self._newest.number += 1
        newest = self._newest
        number = newest.number

        def call(services: Services) -> tuple[int, Judged | None]:
            if number != newest.number:  # typed on meanwhile
                return number, None
            return number, _judged(services, name, text)

        self._session.run(call, self._on_judged)

    def _on_judged(self, answer: tuple[int, Judged | None]) -> None:
        number, judged = answer
        if number == self._newest.number and judged is not None and judged.name == self._name:
            self.judged.emit(judged)


def _typed(services: Services) -> dict[str, str]:
    from composer.services.typed_templates import typed_texts

    return typed_texts(services.home)


def _list(services: Services) -> tuple[Listed, ...]:
    from pathlib import Path

    from composer.domain.channel import Channel

    templates = dict(services.library.templates)
    own = {file.stem for file in services.home.templates.rglob("*.j2")}
    wrong = {Path(one.place.file).stem for one in services.library.problems if one.place.file}
    rows = [Listed(name, template.head, name in own, name in wrong) for name, template in templates.items()]
    rows += [Listed(name, None, own=True, broken=True) for name in sorted(own - set(templates))]
    order = {channel: place for place, channel in enumerate(Channel)}
    return tuple(
        sorted(rows, key=lambda row: (order[row.head.channel] if row.head else len(order), row.name))
    )


def _judged(services: Services, name: str, text: str) -> Judged:
    from composer.domain.errors import UserFacingError
    from composer.services.own_templates import changed_from_shipped, parse_text, try_out

    template, problems = parse_text(services.home, services.library, name, text)
    open_ones = services.record.incidents(open_only=True)
    incidents = open_ones or services.record.incidents()
    incident = incidents[0] if incidents else None
    preview = ""
    if template is not None and not problems:
        try:
            preview = try_out(services, template, None if incident is None else incident.id)
        except UserFacingError as error:
            preview = sayings.trouble(error)
    on = "" if incident is None else incident.title
    return Judged(name, text, problems, preview, on, changed_from_shipped(name, text))
