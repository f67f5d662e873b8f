"""What the page knows, from which every file of it is made again.

The truth is stored before anything that the public sees is written, and holds the id of each delivery: whatever a crash leaves half
done, the page can be asked what it has, and be made whole. Incidents long past leave the main file for one of their own, so that publishing
stays quick however long the history is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from composer.domain.plan import ComponentStatus, PageStatus
from composer.domain.sayings import Code, told
from composer.files import NotWrittenError, make_folder, read_whole, write_atomic

_Built = TypeVar("_Built")

VERSION = 1
FILE = ".page.json"
ARCHIVE = ".archive"
NEWEST_KEPT = 50
"""So many newest incidents stay in the main file, because the JSON of incidents shows them."""
DAYS_KEPT = 15
"""Incidents touched in these days stay in the main file, because the index shows 14 of them."""


@dataclass(frozen=True, slots=True)
class Update:
    """One update of an incident, as published. `old_components` says what each component was before.

    `sequence` orders the updates of one incident: when they were stored, not what the clock said.
    """

    id: str
    delivery_id: str
    sequence: int
    name: str
    status: PageStatus
    body: str
    at: datetime
    components: Mapping[str, ComponentStatus]
    old_components: Mapping[str, ComponentStatus]
    next_update_at: datetime | None
    impact: str
    notify: bool
    language: str


@dataclass(frozen=True, slots=True)
class PageIncident:
    """An incident as the public knows it. `updates` are oldest first and never empty; `ended_at` is the end of impact, where it was told."""

    id: str
    started_at: datetime
    ended_at: datetime | None
    updates: tuple[Update, ...]

    @property
    def newest(self) -> Update:
        """The update that says how things stand."""
        return self.updates[-1]

    @property
    def is_open(self) -> bool:
        """Whether the newest update is not *resolved*."""
        return self.newest.status is not PageStatus.RESOLVED

    @property
    def created_at(self) -> datetime:
        """When the public was first told."""
        return self.updates[0].at

    @property
    def resolved_at(self) -> datetime | None:
        """When the newest update resolved it; None while it is open."""
        return None if self.is_open else self.newest.at

    def last_at(self, status: PageStatus) -> datetime | None:
        """When the newest update with that status was published."""
        return next((update.at for update in reversed(self.updates) if update.status is status), None)

    def with_update(self, update: Update) -> PageIncident:
        """The incident with one more update, or with one of the same delivery replaced."""
        others = [known for known in self.updates if known.delivery_id != update.delivery_id]
        ordered = sorted([*others, update], key=lambda one: one.sequence)
        return replace(self, updates=tuple(ordered))


@dataclass(frozen=True, slots=True)
class ComponentEntry:
    """A component: `status` as shown, since `updated_at`; `resting` is what it is when no open incident holds it."""

    status: ComponentStatus
    updated_at: datetime
    resting: ComponentStatus = ComponentStatus.OPERATIONAL


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that the page is made from. `updated_at` is when it was last published to."""

    page_id: str
    updated_at: datetime
    incidents: Mapping[str, PageIncident] = field(default_factory=dict)
    components: Mapping[str, ComponentEntry] = field(default_factory=dict)

    def status_of(self, key: str) -> ComponentStatus:
        """How a component is now; operational if nothing was ever said of it."""
        entry = self.components.get(key)
        return entry.status if entry else ComponentStatus.OPERATIONAL

    @property
    def open_incidents(self) -> list[PageIncident]:
        """What is not resolved, the one spoken of last first."""
        found = [incident for incident in self.incidents.values() if incident.is_open]
        return sorted(found, key=lambda one: (one.newest.at, one.id), reverse=True)

    @property
    def newest_first(self) -> list[PageIncident]:
        """All incidents of the main file, the youngest first."""
        return sorted(self.incidents.values(), key=lambda one: (one.created_at, one.id), reverse=True)

    def with_incident(self, incident: PageIncident, at: datetime) -> Truth:
        """The truth after an incident was updated at `at`: the worst state over the open incidents wins for each component."""
        incidents = {**self.incidents, incident.id: incident}
        held = _held(incidents.values())
        entries = dict(self.components)
        if not incident.is_open:
            for key, status in incident.newest.components.items():
                if key not in held:
                    entry = entries.get(key) or ComponentEntry(ComponentStatus.OPERATIONAL, at)
                    entries[key] = replace(entry, resting=status)
        for key in {*entries, *held}:
            entry = entries.get(key) or ComponentEntry(ComponentStatus.OPERATIONAL, at)
            status = held.get(key, entry.resting)
            changed_at = entry.updated_at if entry.status is status else at
            entries[key] = replace(entry, status=status, updated_at=changed_at)
        return replace(
            self,
            updated_at=max(at, self.updated_at),
            incidents=incidents,
            components=dict(sorted(entries.items())),
        )


def _held(incidents: Iterable[PageIncident]) -> dict[str, ComponentStatus]:
    """The components that open incidents hold, each at the worst state that any of them gives it."""
    held: dict[str, ComponentStatus] = {}
    for incident in incidents:
        if incident.is_open:
            for key, status in incident.newest.components.items():
                held[key] = max(status, held.get(key, status), key=lambda one: one.rank)
    return held


def short_id(*parts: str) -> str:
    """A stable id of twelve letters and digits, as Statuspage makes them."""
    number = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest()[:10], "big")
    signs = ""
    while len(signs) < 12:
        number, rest = divmod(number, 36)
        signs += "0123456789abcdefghijklmnopqrstuvwxyz"[rest]
    return signs


# --- the files --------------------------------------------------------------------------------------------------


def load(folder: Path, page_id: str, now: datetime) -> Truth:
    """The truth stored in a folder, or that of an empty page. Raises NotWrittenError where it is damaged or from a newer program."""
    try:
        data = read_whole(folder / FILE)
    except FileNotFoundError:
        return Truth(page_id, now)
    except OSError as trouble:
        raise NotWrittenError(
            told(Code.PAGE_RECORD_UNREADABLE, file=FILE, reason=trouble.strerror)
        ) from trouble
    return _decoded(FILE, data, _truth_from)


def load_archived(folder: Path, incident_id: str) -> PageIncident | None:
    """An incident long past, or None. Raises NotWrittenError where its file is damaged."""
    name = f"{file_stem(incident_id)}.json"
    try:
        data = read_whole(folder / ARCHIVE / name)
    except FileNotFoundError:
        return None
    except OSError as trouble:
        raise NotWrittenError(
            told(Code.PAGE_RECORD_UNREADABLE, file=name, reason=trouble.strerror)
        ) from trouble
    return _decoded(name, data, _incident_from)


def archived_stems(folder: Path) -> list[str]:
    """The file names (without ending) of all incidents long past."""
    return sorted(path.stem for path in (folder / ARCHIVE).glob("*.json"))


def load_stem(folder: Path, stem: str) -> PageIncident:
    """The incident long past with that file name."""
    name = f"{stem}.json"
    return _decoded(name, (folder / ARCHIVE / name).read_bytes(), _incident_from)


def store(folder: Path, truth: Truth) -> Truth:
    """Store the truth durably, incidents long past in files of their own; what stayed in the main file is returned.

    Raises NotWrittenError with the stored truth as it was.
    """
    kept = {one.id for one in truth.newest_first[:NEWEST_KEPT]}
    since = truth.updated_at - timedelta(days=DAYS_KEPT)
    main: dict[str, PageIncident] = {}
    for incident in truth.incidents.values():
        if incident.is_open or incident.id in kept or incident.newest.at >= since:
            main[incident.id] = incident
        else:
            _make_archive(folder)
            write_atomic(folder / ARCHIVE / f"{file_stem(incident.id)}.json", _encoded(asdict(incident)))
    small = replace(truth, incidents=main)
    write_atomic(folder / FILE, _encoded({"version": VERSION, **asdict(small)}))
    return small


def file_stem(incident_id: str) -> str:
    """A file name for an incident: its id where that is safe in a path and an address, else a hash of it."""
    plain = incident_id.replace("-", "").replace("_", "")
    if plain.isascii() and plain.isalnum() and len(incident_id) <= 80:
        return incident_id
    return short_id(incident_id)


def _make_archive(folder: Path) -> None:
    try:
        make_folder(folder / ARCHIVE, 0o700)
    except OSError as trouble:
        raise NotWrittenError(
            told(Code.FOLDER_NOT_MADE, folder=ARCHIVE, reason=trouble.strerror)
        ) from trouble


def _encoded(value: Mapping[str, Any]) -> bytes:
    def plain(thing: object) -> str:
        if isinstance(thing, datetime):
            return iso(thing)
        raise TypeError(type(thing).__name__)

    return json.dumps(value, ensure_ascii=False, default=plain, separators=(",", ":")).encode()


def _decoded(name: str, data: bytes, build: Callable[[Mapping[str, Any]], _Built]) -> _Built:
    try:
        raw = json.loads(data)
        if raw.get("version", VERSION) != VERSION:
            raise NotWrittenError(told(Code.PAGE_RECORD_TOO_NEW, file=name))
        return build(raw)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as trouble:
        raise NotWrittenError(told(Code.PAGE_RECORD_DAMAGED, file=name)) from trouble


def _truth_from(raw: Mapping[str, Any]) -> Truth:
    return Truth(
        page_id=str(raw["page_id"]),
        updated_at=moment(raw["updated_at"]),
        incidents={key: _incident_from(one) for key, one in raw["incidents"].items()},
        components={
            key: ComponentEntry(
                ComponentStatus(one["status"]), moment(one["updated_at"]), ComponentStatus(one["resting"])
            )
            for key, one in raw["components"].items()
        },
    )


def _incident_from(raw: Mapping[str, Any]) -> PageIncident:
    updates = tuple(_update_from(one) for one in raw["updates"])
    if not updates:
        raise ValueError("an incident has updates")
    return PageIncident(str(raw["id"]), moment(raw["started_at"]), optional_moment(raw["ended_at"]), updates)


def _update_from(raw: Mapping[str, Any]) -> Update:
    return Update(
        id=str(raw["id"]),
        delivery_id=str(raw["delivery_id"]),
        sequence=int(raw["sequence"]),
        name=str(raw["name"]),
        status=PageStatus(raw["status"]),
        body=str(raw["body"]),
        at=moment(raw["at"]),
        components=statuses(raw["components"]),
        old_components=statuses(raw["old_components"]),
        next_update_at=optional_moment(raw["next_update_at"]),
        impact=str(raw["impact"]),
        notify=bool(raw["notify"]),
        language=str(raw["language"]),
    )


def statuses(raw: Mapping[str, str]) -> dict[str, ComponentStatus]:
    """Component states by key. Raises ValueError for a word that is none."""
    return {str(key): ComponentStatus(value) for key, value in raw.items()}


def moment(text: str) -> datetime:
    """A time from ISO text, in UTC. Raises ValueError where it has no offset."""
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError(f"{text} has no offset")
    return value.astimezone(UTC)


def optional_moment(text: str | None) -> datetime | None:
    """A time from ISO text, or None."""
    return None if text is None else moment(text)


def iso(when: datetime) -> str:
    """ISO text in UTC with milliseconds and a Z, as Statuspage prints times."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
