"""What each connection could do when it was last checked: kept in the cache, so that it can be told without asking a service again."""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from composer.connections.accounts import Account
from composer.domain.sayings import kept, read_kept
from composer.files import MaybeWrittenError, NotWrittenError, write_atomic
from composer.logs import mask_secrets
from composer.publishing.port import Checked

_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class LastCheck:
    """What a service said, and when."""

    at: datetime
    said: Checked


class LastChecks:
    """The checks of one home. What was said of an account counts as long as nothing of the account is changed; a file that is damaged or missing holds nothing, nor does a check with a word that this version does not know: what is missing must never look like nothing."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "checks.json"

    def of(self, account: Account) -> LastCheck | None:
        """The last check of an account as it is now."""
        entry = self._read().get(account.name)
        try:
            if entry is None or entry["of"] != repr(account):
                return None
            reaches = entry["reaches"]
            said = Checked(
                tuple(map(read_kept, entry["facts"])),
                tuple(map(read_kept, entry["missing"])),
                reaches if isinstance(reaches, int) else None,
            )
            at = datetime.fromisoformat(entry["at"])
            return None if at.tzinfo is None else LastCheck(at, said)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def keep(self, account: Account, said: Checked, at: datetime) -> None:
        """Remember what was said just now."""
        entry = {
            "of": repr(account),
            "at": at.isoformat(),
            "facts": [kept(one, mask_secrets) for one in said.facts],
            "missing": [kept(one, mask_secrets) for one in said.missing],
            "reaches": said.reaches,
        }
        with _writing:
            self._write({**self._read(), account.name: entry})

    def forget(self, name: str) -> None:
        """Nothing is known of that account any more."""
        with _writing:
            self._write({own: entry for own, entry in self._read().items() if own != name})

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def _write(self, content: dict[str, Any]) -> None:
        """What can't be kept is asked anew: it is a cache."""
        data = json.dumps(content, ensure_ascii=False, indent=1).encode()
        with contextlib.suppress(OSError, NotWrittenError, MaybeWrittenError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self._file, data)
