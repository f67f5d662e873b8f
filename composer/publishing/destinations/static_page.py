"""A public status page in a folder: HTML, Statuspage's public JSON and Atom, for any web server.

A publish stores the page's own truth first (`.page.json`, with the delivery's id), then makes every file of the page from it. So a delivery
is either not there at all, or there and completed by a look-up: the page never has an update twice, and never half an update.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from composer import crash_points
from composer.clock import Clock
from composer.domain.delivery import Delivery
from composer.domain.errors import UserFacingError, told_by
from composer.domain.plan import PageStatus, Words
from composer.domain.sayings import Code, told
from composer.files import MaybeWrittenError, NotWrittenError, locked, make_folder, not_written, write_atomic
from composer.publishing.page import truth
from composer.publishing.page.look import Look
from composer.publishing.page.truth import PageIncident, Truth, Update
from composer.publishing.port import Answer, CannotTell, Doubt, Job, NotAccepted, NotFound, Outcome, Sent

_PUBLIC = 0o644
_LOCK = ".page.lock"


class StaticPage:
    """The status page in `folder`, which is made when it is missing.

    `url` is its public address (None: the folder itself). `components` are key and public name in the order shown. In `practice` every
    page carries the drill's banner, and every title and name the drill's mark. Files are readable by everybody, so that a web server
    can serve them; the truth is for the owner alone.
    """

    def __init__(
        self,
        folder: Path,
        title: str,
        url: str | None,
        organisation: str,
        components: Sequence[tuple[str, str]],
        words: Words,
        *,
        practice: bool,
        clock: Clock,
        language: str = "en",
    ) -> None:
        self._look = Look(folder, title, url, organisation, tuple(components), words, practice, language)
        self._folder = folder
        self._clock = clock
        self._page_id = truth.short_id("page", organisation)

    def deliver(self, job: Job) -> Outcome:
        """Publish one update; one that is already there is not added again, but the page is completed."""
        payload = json.loads(job.delivery.payload)
        try:
            self._make_folder()
            with locked(self._folder / _LOCK):
                return self._deliver(job, payload)
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except MaybeWrittenError as trouble:
            return Doubt(told_by(trouble))

    def look_up(self, job: Job) -> Answer:
        """Whether the page has the update; if it has, every file is made again. If not, that is proof."""
        payload = json.loads(job.delivery.payload)
        if not self._folder.exists():
            return NotFound(proven=True)
        try:
            with locked(self._folder / _LOCK):
                known, incident = self._load(payload["incident"]["id"])
                update = _find(incident, job.delivery.id)
                if incident is None or update is None:
                    return NotFound(proven=True)
                self._write_derived(known, incident)
                return self._sent(incident, update)
        except UserFacingError as trouble:
            return CannotTell(trouble.told)

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Replace the text and states of an update, in its place and with its time."""
        new = json.loads(payload)
        try:
            with locked(self._folder / _LOCK):
                known, incident = self._load(new["incident"]["id"])
                update = _find(incident, delivery.id)
                if incident is None or update is None:
                    return NotAccepted(told(Code.UPDATE_NOT_ON_PAGE))
                changed = replace(_update(delivery, new), id=update.id, at=update.at)
                before = _before(known, incident, changed) | dict(update.old_components)
                changed = replace(changed, old_components={key: before[key] for key in changed.components})
                if changed != update:
                    known = known.with_incident(incident.with_update(changed), self._clock.now())
                    known = truth.store(self._folder, known)
                self._write_derived(known, incident.with_update(changed))
        except NotWrittenError as trouble:
            return NotAccepted(told_by(trouble), trouble.retry_after_s)
        except UserFacingError as trouble:
            return NotAccepted(told_by(trouble))
        return None

    def refresh(self) -> None:
        """Make every file of the page again, without publishing anything: for a new page, new wording, a new day.

        Raises NotWrittenError or MaybeWrittenError.
        """
        from composer.publishing.page import html

        self._make_folder()
        with locked(self._folder / _LOCK):
            known = truth.load(self._folder, self._page_id, self._clock.now())
            self._write_derived(known, *known.incidents.values())
            for stem in truth.archived_stems(self._folder):
                incident = truth.load_stem(self._folder, stem)
                if incident.id not in known.incidents:
                    self._write(html.incident_path(incident.id), html.incident(self._look, known, incident))

    @property
    def index(self) -> Path:
        """The file to open in a browser."""
        return self._folder / "index.html"

    def _deliver(self, job: Job, payload: dict[str, Any]) -> Outcome:
        delivery = job.delivery
        known, incident = self._load(payload["incident"]["id"])
        update = _find(incident, delivery.id)
        if incident is None or update is None:
            update = _update(delivery, payload)
            update = replace(update, old_components=_before(known, incident, update))
            incident = _with_update(incident, payload, update)
            crash_points.reach("page.before_wire")
            job.on_wire()
            crash_points.reach("page.after_wire")
            known = truth.store(self._folder, known.with_incident(incident, update.at))
            crash_points.reach("page.after_truth")
        try:
            self._write_derived(known, incident)
        except NotWrittenError as trouble:
            return Doubt(told(Code.PAGE_SHOWS_PART, reason=told_by(trouble)))
        crash_points.reach("page.written")
        return self._sent(incident, update)

    def _load(self, incident_id: str) -> tuple[Truth, PageIncident | None]:
        known = truth.load(self._folder, self._page_id, self._clock.now())
        return known, known.incidents.get(incident_id) or truth.load_archived(self._folder, incident_id)

    def _make_folder(self) -> None:
        for folder in (self._folder, self._folder / "incidents", self._folder / "api" / "v2"):
            try:
                make_folder(folder, 0o755)
            except OSError as trouble:
                raise not_written(folder, trouble) from trouble

    def _write_derived(self, known: Truth, *incidents: PageIncident) -> None:
        from composer.publishing.page import (  # needed when there is something to write
            feed,
            html,
            statuspage_json,
        )

        self._make_folder()
        for incident in incidents:
            self._write(html.incident_path(incident.id), html.incident(self._look, known, incident))
        for name, data in statuspage_json.files(self._look, known).items():
            self._write(name, data)
        self._write("feed.atom", feed.file(self._look, known))
        self._write("index.html", html.index(self._look, known, self._clock.now()))

    def _write(self, name: str, data: bytes) -> None:
        write_atomic(self._folder / name, data, _PUBLIC)

    def _sent(self, incident: PageIncident, update: Update) -> Sent:
        return Sent(update.id, self._look.incident_url(incident.id))


def _find(incident: PageIncident | None, delivery_id: str) -> Update | None:
    if incident is None:
        return None
    return next((update for update in incident.updates if update.delivery_id == delivery_id), None)


def _update(delivery: Delivery, payload: dict[str, Any]) -> Update:
    said = payload["incident"]
    return Update(
        id=truth.short_id("update", delivery.id),
        delivery_id=delivery.id,
        sequence=delivery.sequence,
        name=said["name"],
        status=PageStatus(said["status"]),
        body=said["body"],
        at=truth.moment(payload["at"]),
        components=truth.statuses(said.get("components") or {}),
        old_components={},
        next_update_at=truth.optional_moment(payload.get("next_update_at")),
        impact=said.get("impact") or "none",
        notify=bool(said.get("deliver_notifications", True)),
        language=payload.get("language") or "en",
    )


def _before(known: Truth, incident: PageIncident | None, update: Update) -> dict[str, Any]:
    """What each component of an update was before it: as this incident last said, else as the page shows it."""
    said = {} if incident is None else dict(incident.newest.components)
    return {key: said.get(key, known.status_of(key)) for key in update.components}


def _with_update(incident: PageIncident | None, payload: dict[str, Any], update: Update) -> PageIncident:
    started_at = truth.optional_moment(payload.get("started_at")) or update.at
    ended_at = truth.optional_moment(payload.get("ended_at"))
    if incident is None:
        return PageIncident(payload["incident"]["id"], started_at, ended_at, (update,))
    return replace(incident.with_update(update), started_at=started_at, ended_at=ended_at)
