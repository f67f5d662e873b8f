"""On which line does each key of a TOML file stand?

tomllib tells values but no places, and no other reader that was tried does. This scanner walks text that
tomllib has already accepted, so it need not judge: it only finds keys, and skips values.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left

from composer.domain.errors import BugError

KeyPath = tuple[str | int, ...]
"""The way to a value: names of tables and keys, and indexes of lists (from 0)."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")' r"|'''.*?'{3,5}(?!')" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL
)
_BARE_VALUE = re.compile(r"[^,\]}#\n]*")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of each table, key and list item of a TOML text that tomllib accepts."""
    return _Scanner(text).scan()


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a path, or of its nearest parent that has one."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._lines: dict[KeyPath, int] = {}
        self._lists: dict[KeyPath, int] = {}  # lists of tables ([[…]]): index of the newest item

    def scan(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self._skip_space()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip_space()
        return self._lines

    def _header(self) -> KeyPath:
        line, is_list = self._line(), self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        path: KeyPath = ()
        parts = self._key()
        for number, part in enumerate(parts):
            path = (*path, part)
            if is_list and number == len(parts) - 1:
                self._lists[path] = self._lists.get(path, -1) + 1
            self._note(path, line)
            if path in self._lists:
                path = (*path, self._lists[path])
        self._at += 2 if is_list else 1
        self._lines[path] = line  # a table's own header, even where a deeper one stood before it
        return path

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        path = (*table, *self._key())
        self._at += 1  # the equals sign
        for length in range(len(table) + 1, len(path) + 1):
            self._note(path[:length], line)
        self._skip_space()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        mark = self._text[self._at]
        if mark == "[":
            self._list(path)
        elif mark == "{":
            self._inline_table(path)
        else:
            self._take(_STRING if mark in "\"'" else _BARE_VALUE)

    def _list(self, path: KeyPath) -> None:
        self._at += 1
        self._skip_space()
        index = 0
        while self._text[self._at] != "]":
            self._note((*path, index), self._line())
            self._value((*path, index))
            index += 1
            self._skip_comma()
        self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        self._skip_space()
        while self._text[self._at] != "}":
            self._pair(path)
            self._skip_comma()
        self._at += 1

    def _skip_comma(self) -> None:
        self._skip_space()
        if self._text[self._at] == ",":
            self._at += 1
            self._skip_space()

    def _skip_space(self) -> None:
        self._take(_SPACE)

    def _key(self) -> tuple[str, ...]:
        match = self._take(_KEY_PART)
        parts = [_unquoted(match[1])]
        while self._text.startswith(".", self._at):
            self._at += 1
            match = self._take(_KEY_PART)
            parts.append(_unquoted(match[1]))
        return tuple(parts)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise BugError(f"The scanner of positions and tomllib disagree at character {self._at}.")
        self._at = match.end()
        return match

    def _note(self, path: KeyPath, line: int) -> None:
        self._lines.setdefault(path, line)

    def _line(self) -> int:
        return bisect_left(self._breaks, self._at) + 1


def _unquoted(part: str) -> str:
    if part[0] in "\"'":
        return str(tomllib.loads(f"key = {part}")["key"])
    return part
