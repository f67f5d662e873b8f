"""What is no text of ours is told in a sentence."""

import pytest

from composer.toml.text import UnreadableFileError, read_text_file


def problem(path):
    with pytest.raises(UnreadableFileError) as caught:
        read_text_file(path, "plan.toml")
    return str(caught.value)


def test_line_breaks_and_a_byte_order_mark_do_not_matter(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\n")
    assert read_text_file(file, "x") == "a = 1\nb = 2\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a = 1\nb = '\xff'\n", "plan.toml line 2: holds a byte that is not UTF-8; save the file as UTF-8."),
        (b"a\n\nb\x00", "plan.toml line 3: holds a NUL character; expected a text file."),
        ("a = 1".encode("utf-16"), "plan.toml: is written in UTF-16; save it as UTF-8."),
        (b"#" * (5 * 1024 * 1024), "plan.toml: is larger than 1 MiB; expected a file of a few kilobytes."),
    ],
)
def test_other_bytes(tmp_path, content, sentence):
    file = tmp_path / "x"
    file.write_bytes(content)
    assert problem(file) == sentence


def test_a_file_that_is_not_there_or_a_folder(tmp_path):
    assert problem(tmp_path / "nothing") == "plan.toml: cannot be read: No such file or directory."
    assert problem(tmp_path) == "plan.toml: cannot be read: Is a directory."
