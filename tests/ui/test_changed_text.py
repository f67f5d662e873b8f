"""What changed in a text, said by more than colour, and in short."""

from __future__ import annotations

from composer.rendering.word_diff import changes
from ui.widgets.changed_text import ChangedText, abridged, in_short, marked_up

BEFORE, AFTER = (" ".join(f"{word}{number}" for number in range(90)) for word in ("before", "after"))


def test_new_and_gone_are_told_by_lines_and_to_a_screen_reader(qtbot):
    shown = ChangedText(changes("errors when <paying>", "errors when <b>paying</b>"))
    qtbot.addWidget(shown)
    assert "line-through" in shown.text()
    assert "underline" in shown.text()
    assert "&lt;b&gt;paying" in shown.text(), "nothing in a text is markup"
    assert shown.accessibleName() == "errors when; gone: <paying>; new: <b>paying</b>"
    assert "<b>" not in marked_up(changes("", "<b>"))


def test_what_came_stands_apart_from_what_went():
    import re

    def seen(old: str, new: str) -> str:
        return re.sub("<[^>]*>", "", marked_up(changes(old, new)))

    assert seen("Duration: Ongoing", "Duration: 48 min") == "Duration: Ongoing 48 min"
    assert seen("paid.", "paid. Done.") == "paid. Done.", "and nothing else is moved"


def test_the_first_few_places_are_told_in_short():
    assert in_short(changes("errors when paying", "errors when buying")) == ([("paying", "buying")], 0)
    assert in_short(changes("a b", "a b c")) == ([("", "c")], 0)
    assert in_short(changes("a b c d e f g", "A b C d E f G"))[1] == 2
    assert in_short(changes("a", f"a {'x' * 90}"))[0][0][1].endswith("…")
    assert in_short(changes("a", "a")) == ([], 0)


def test_what_stays_is_cut_and_what_changed_never():
    old, new = f"{BEFORE} It is paid. {AFTER}", f"{BEFORE} It is bought. {AFTER}"
    short = abridged(changes(old, new))
    assert [one.text for one in short if one.kind != "same"] == ["paid.", "bought."]
    whole = "".join(one.text for one in short)
    assert len(whole) < 250
    assert "It is paid." in whole
    assert abridged(changes("a b", "a c")) == changes("a b", "a c")
