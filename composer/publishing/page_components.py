"""What was last read of a status page's components, kept in a file so that it is known without a network."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from composer.clock import Clock
from composer.domain.errors import UserFacingError
from composer.files import make_folder, write_atomic

log = logging.getLogger("incident_composer.statuspage")

FRESH_S = 600.0


class PageComponents:
    """The components of one page. `names` gives the public name of each component of the plan by its key; the page's are matched by name."""

    def __init__(self, file: Path, names: Mapping[str, str], clock: Clock) -> None:
        self._file = file
        self._names = dict(names)
        self._clock = clock
        self._read_at: float | None = None
        self._ids: dict[str, str] = {}
        self._counts = (0, 0)
        self._kept_at: int | None = None
        self._take_kept()

    @property
    def known(self) -> bool:
        """Whether the page was ever read."""
        return bool(self._ids) or self._read_at is not None or self._file.exists()

    @property
    def fresh(self) -> bool:
        """Whether this process read the page a short time ago."""
        return self._read_at is not None and self._clock.monotonic() - self._read_at < FRESH_S

    @property
    def wanted(self) -> tuple[str, ...]:
        """The keys of the plan's components."""
        return tuple(self._names)

    @property
    def counts(self) -> tuple[int, int]:
        """How many components and how many groups the page has."""
        return self._counts

    def lacking(self) -> tuple[str, ...]:
        """The keys of the plan's components that the page did not have when it was last read, by whichever process; none where it never was. Reads a file, and no page."""
        self._take_kept()
        if not self._ids:
            return ()
        return tuple(key for key, name in self._names.items() if not self._ids.get(name.casefold()))

    def _take_kept(self) -> None:
        """Take in what is kept in the file where that changed."""
        try:
            kept_at = self._file.stat().st_mtime_ns
        except OSError:
            return
        if kept_at != self._kept_at:
            self._kept_at = kept_at
            self._ids = _ids_of(_listed(self._file)) or self._ids

    def forget(self) -> None:
        """Let the page be read anew the next time."""
        self._read_at = None

    def take(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Keep what was read just now."""
        kept = [{key: row.get(key) for key in ("id", "name", "group", "group_id", "status")} for row in rows]
        self._ids = _ids_of(kept)
        groups = sum(bool(row["group"]) for row in kept)
        self._counts = (len(kept) - groups, groups)
        self._read_at = self._clock.monotonic()
        try:
            make_folder(self._file.parent, 0o700)
            write_atomic(self._file, json.dumps({"components": kept}, ensure_ascii=False, indent=1).encode())
        except (OSError, UserFacingError) as trouble:
            # A full disk must not keep an update from leaving: what was read is known to this process all the same.
            log.info("what was read of the page could not be kept: %s", trouble)

    def states(self, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
        """The states by the page's own ids, and the names of components that the page does not have (or has twice)."""
        found: dict[str, str] = {}
        missing: list[str] = []
        for key, status in wanted.items():
            name = self._names.get(key, key)
            own = self._ids.get(name.casefold())
            if own:
                found[own] = status
            else:
                missing.append(name)
        return found, missing

    def keys(self, states: Mapping[str, str]) -> dict[str, str]:
        """States by the plan's keys, from those by the page's own ids; what the plan does not know is left out."""
        wanted = {self._ids.get(name.casefold(), ""): key for key, name in self._names.items()}
        return {wanted[own]: status for own, status in states.items() if own and own in wanted}


def kept_components(file: Path) -> list[dict[str, Any]]:
    """The rows of a page's components as they were last read; none where it never was."""
    return _listed(file)


def _listed(file: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(file.read_bytes()).get("components")
    except (ValueError, AttributeError, OSError):  # a file of ours that something spoilt: it is read anew
        return []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _ids_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Ids by name; a group is no component, and a name that stands twice names none."""
    ids: dict[str, str] = {}
    for row in rows:
        name, own = row.get("name"), row.get("id")
        if row.get("group") or not isinstance(name, str) or not isinstance(own, str):
            continue
        key = name.casefold()
        ids[key] = "" if key in ids else own
    return ids
