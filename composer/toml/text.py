"""Reads a text file that a person wrote, or says in a sentence why it can't be read."""

from __future__ import annotations

import codecs
from importlib.resources.abc import Traversable

from composer.domain.errors import Place, Problem
from composer.domain.sayings import Code, told

SIZE_LIMIT = 1024 * 1024
"""The most bytes of a plan, catalogue or template: twenty times what the largest needs."""

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class UnreadableFileError(Exception):
    """A file that is no text of ours; caught by the room that reads the file, which names its kind."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text_file(file: Traversable, name: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark, its line breaks as line feeds.

    Raises `UnreadableFileError` for a file that is missing, larger than 1 MiB, or not UTF-8.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = error.strerror or told(Code.NOT_OPENABLE)
        raise UnreadableFileError(Problem(Place(name), told(Code.CANNOT_BE_READ, reason=reason))) from error
    if len(content) > SIZE_LIMIT:
        raise UnreadableFileError(Problem(Place(name), told(Code.LARGER_THAN_A_MIB)))
    return decode(content, name)


def decode(content: bytes, name: str) -> str:
    """The text of some bytes; see `read_text_file`."""
    for mark, encoding in _OTHER_ENCODINGS:
        if content.startswith(mark):
            raise UnreadableFileError(Problem(Place(name), told(Code.OTHER_ENCODING, encoding=encoding)))
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(Problem(Place(name, line), told(Code.BYTE_NOT_UTF8))) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise UnreadableFileError(Problem(Place(name, line), told(Code.HOLDS_NUL)))
    return text.replace("\r\n", "\n")
