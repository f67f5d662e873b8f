"""A plan whose holding statement somebody approved beforehand; nobody has in the one that is shipped."""

from __future__ import annotations

from composer.assets import data_root

BY, ON = "Lee Law", "2026-02-05"
_PLACE = 'template = "status_holding"\n'


def approved_plan(more: str = "") -> str:
    """The text of a plan.toml like the shipped one, with that approval, and `more` at its end."""
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    assert shipped.count(_PLACE) == 1
    return shipped.replace(_PLACE, f'{_PLACE}approved_by = "{BY}"\napproved_on = {ON}\n') + more
