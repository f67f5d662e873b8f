"""The scanner of positions agrees with tomllib, whatever the file looks like."""

import json
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from composer.toml.positions import key_lines, line_of

BARE = st.text("abcXYZ019_-", min_size=1, max_size=6)
ODD = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
KEY = BARE | ODD.map(lambda text: json.dumps(text, ensure_ascii=False).replace("\x7f", ""))


@st.composite
def values(draw, depth=0):
    """The text of a TOML value."""
    kind = draw(st.integers(0, 8 if depth < 2 else 5))
    if kind == 0:
        return str(draw(st.integers(-999, 999)))
    if kind == 1:
        return draw(st.sampled_from(["true", "1.5e3", "2026-02-05", "2026-02-05 10:00:00Z", "0x1f", "inf"]))
    if kind == 2:
        return json.dumps(draw(ODD), ensure_ascii=False)
    if kind == 3:
        return f"'{draw(ODD).replace(chr(39), '')}'"
    if kind == 4:
        return '"""\n' + draw(ODD).replace("\\", "").replace('"', "") + '\n[not a table]\nkey = 1 # "\\"" """'
    if kind == 5:
        return "'''" + draw(ODD).replace("'", "") + "\nnot = 'a key'\n\"\"\"'" + "'''"
    if kind in (6, 7):
        items = draw(st.lists(values(depth=depth + 1), max_size=3))
        gap = draw(st.sampled_from(["", " ", "\n  ", " # ]\n"]))
        return "[" + gap + ("," + gap).join(items) + gap + "]"
    keys = draw(st.lists(BARE, max_size=3, unique=True))
    return "{ " + ", ".join(f"{key} = {draw(values(depth=depth + 1))}" for key in keys) + " }"


@st.composite
def documents(draw):
    """Lines of a TOML file; not all of what comes out is valid."""
    lines = []
    for _ in range(draw(st.integers(1, 8))):
        match draw(st.integers(0, 5)):
            case 0:
                lines.append(draw(st.sampled_from(["", "# comment [x] = 'y'", "  \t"])))
            case 1:
                lines.append(
                    f"[ {draw(KEY)} . {draw(BARE)} ] # end" if draw(st.booleans()) else f"[{draw(KEY)}]"
                )
            case 2:
                lines.append(f"[[{draw(BARE)}]]")
            case _:
                dotted = ".".join(draw(st.lists(KEY, min_size=1, max_size=2)))
                lines.append(f"{dotted} = {draw(values())}")
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", " # end"]))


def leaves(value, path=()):
    if isinstance(value, dict):
        yield path
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        yield path
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path


@given(documents())
def test_every_key_has_a_line_that_holds_it(text):
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = key_lines(text)
    rows = text.split("\n")
    paths = set(leaves(parsed)) - {()}
    assert paths == set(found), "neither a key too few nor one too many"
    for path in paths:
        name = path[-1]
        if isinstance(name, str):
            row = rows[found[path] - 1]
            assert name in row or json.dumps(name, ensure_ascii=False)[1:-1] in row


def test_lines_of_tables_lists_and_inline_tables():
    text = """\
name = "x"
[a.b]
c = [
  1, # one
  { d = 2,
    "e f" = 3 },
]
[[a.list]]
x = 1
[[a.list]]
x = '''
four''''
[a.list.deep]
y = { z = 2 }
"""
    text = text.replace("{ d = 2,\n    ", "{ d = 2, ")
    lines = key_lines(text)
    assert lines["name",] == 1
    assert lines["a", "b"] == 2
    assert lines["a", "b", "c"] == 3
    assert lines["a", "b", "c", 0] == 4
    assert lines["a", "b", "c", 1, "e f"] == 5
    assert lines["a", "list", 1] == 9
    assert lines["a", "list", 1, "x"] == 10
    assert lines["a", "list", 1, "deep", "y", "z"] == 13


def test_a_missing_key_has_the_line_of_its_nearest_parent():
    lines = key_lines("x = 1\n[a]\nb = 1\n")
    assert line_of(lines, ("a", "missing", 3)) == 2
    assert line_of(lines, ("missing",)) is None
