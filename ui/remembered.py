"""What the window remembers of the plan, so that its first paint can name and order what is open before the plan was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings

_SEVERITIES, _PHASES = "plan/severities", "plan/phases"


class PlanWords:
    """The severities' places and the phases' words of the plan that was in force last; empty in a new home."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._severities, self._phases = self._list(_SEVERITIES), self._list(_PHASES)

    @property
    def ranks(self) -> dict[str, int]:
        """A severity's place; the worst is 0."""
        return {key: rank for rank, key in enumerate(self._severities)}

    @property
    def phases(self) -> dict[str, str]:
        """A phase's word."""
        return dict(zip(self._phases[::2], self._phases[1::2], strict=False))

    def remember(self, severities: Sequence[str], phases: Mapping[str, str]) -> None:
        """Keep the words of the plan in force; written only where they are other ones."""
        flat = [word for pair in phases.items() for word in pair]
        if (list(severities), flat) == (self._severities, self._phases):
            return
        self._severities, self._phases = list(severities), flat
        self._settings.setValue(_SEVERITIES, self._severities)
        self._settings.setValue(_PHASES, flat)

    def _list(self, key: str) -> list[str]:
        value = self._settings.value(key, [])
        return [str(one) for one in value] if isinstance(value, list) else [str(value)]
