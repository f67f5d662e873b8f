"""Gathers the window's words, packs their translations, and says what is missing: `make translations`.

Linguist's lupdate finds the words in `ui/` and files them in `ui/translations/*.ts`; lrelease packs those into the `*.qm` that the window loads. Both are committed, so that a
fresh checkout speaks every language without a tool. A translator may edit the `.ts` with Linguist, or hand in JSON, `{"English words": "their translation"}`
(`{"Context|English words": …}` where the same words mean two things; `["one", "many"]` for words with a count), with `make translations FILL=words.json`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "ui" / "translations"
TOOLS = Path(PySide6.__file__).parent
TRANSLATED = FOLDER / "incident_composer_de.ts"
COUNTED = FOLDER / "incident_composer_en.ts"
"""English needs only the words with a count."""


def gather(file: Path, *options: str) -> None:
    """Bring a `.ts` up to date with the words in `ui/`; translations stay."""
    sources = sorted(str(one.relative_to(CHECKOUT)) for one in (CHECKOUT / "ui").rglob("*.py"))
    language = file.stem.rpartition("_")[2]
    command = [
        str(TOOLS / "lupdate"),
        *sources,
        "-silent",
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        language,
        *options,
        "-ts",
        str(file),
    ]
    subprocess.run(command, cwd=CHECKOUT, check=True)


def gather_all(folder: Path = FOLDER) -> None:
    """Both files."""
    gather(folder / TRANSLATED.name)
    gather(folder / COUNTED.name, "-pluralonly")


def pack(file: Path, to: Path | None = None) -> Path:
    """Make the `.qm` of a `.ts`."""
    packed = to or file.with_suffix(".qm")
    command = [str(TOOLS / "lrelease"), "-silent", "-removeidentical", str(file), "-qm", str(packed)]
    subprocess.run(command, cwd=CHECKOUT, check=True)
    return packed


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    """Every entry with its context."""
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def source(message: ET.Element) -> str:
    """The English words."""
    return message.findtext("source") or ""


def forms(message: ET.Element) -> list[str]:
    """The translation: one form, or one for each kind of count."""
    translation = message.find("translation")
    if translation is None:
        return []
    counted = [one.text or "" for one in translation.iter("numerusform")]
    return counted or [translation.text or ""]


def is_finished(message: ET.Element) -> bool:
    """Whether there is a translation, and somebody said that it is right."""
    translation = message.find("translation")
    return translation is not None and translation.get("type") is None and all(forms(message))


def unfinished(file: Path) -> list[str]:
    """What waits for a translator, as `Context|English words`."""
    return [f"{context}|{source(one)}" for context, one in messages(file) if not is_finished(one)]


def fill(file: Path, words: dict[str, str | list[str]]) -> set[str]:
    """Put translations in; the keys that no entry wanted."""
    tree = ET.parse(file)
    unused = set(words)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            keys = (f"{context.findtext('name') or ''}|{source(message)}", source(message))
            key = next((one for one in keys if one in words), None)
            translation = message.find("translation")
            if key is None or translation is None:
                continue
            unused.discard(key)
            wanted = words[key]
            if is_finished(message) and forms(message) == ([wanted] if isinstance(wanted, str) else wanted):
                continue
            for child in list(translation):
                translation.remove(child)
            translation.attrib.pop("type", None)
            if isinstance(wanted, str):
                translation.text = wanted
            else:
                translation.text = None
                for form in wanted:
                    ET.SubElement(translation, "numerusform").text = form
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return unused


def main() -> int:
    """Gather, fill, pack, and list what is missing; 1 where something is."""
    parser = argparse.ArgumentParser(prog="make translations", description=__doc__)
    parser.add_argument("--fill", type=Path, metavar="FILE.json")
    options = parser.parse_args()
    gather_all()
    if options.fill is not None:
        words = json.loads(options.fill.read_text(encoding="utf-8"))
        for key in sorted(fill(TRANSLATED, words)):
            print(f"Nothing in the window says: {key}")
        gather_all()  # as lupdate writes it
    missing = {file.name: unfinished(file) for file in (TRANSLATED, COUNTED)}
    for file in (TRANSLATED, COUNTED):
        pack(file)
    for name, entries in missing.items():
        print(f"{name}: {len(entries)} unfinished", file=sys.stderr)
        if entries:
            print(json.dumps(dict.fromkeys(entries, ""), ensure_ascii=False, indent=1))
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
