"""From one thing that a declaration lacks to the next, as F8 walks."""

from __future__ import annotations

from collections.abc import Mapping

from ui.declare.standing import Standing
from ui.widgets.form import FieldRow


def beside(shown: Standing, rows: Mapping[str, FieldRow], step: int) -> str | None:
    """The field that keeps something back, so many steps from the one that has the focus; None where none does."""
    needs = [*shown.whole, *(need for row in shown.rows if row.wanted for need in row.needs)]
    fields = [name for name in dict.fromkeys(need.field or "" for need in needs) if name in rows]
    start = -1 if step > 0 else 0
    here = next((place for place, name in enumerate(fields) if rows[name].editor.input.hasFocus()), start)
    return fields[(here + step) % len(fields)] if fields else None
