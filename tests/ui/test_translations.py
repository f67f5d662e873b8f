"""Every word that the window shows can be translated, and is."""

from __future__ import annotations

import ast
import re
import shutil
import string
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType, read_time
from composer.settings import LANGUAGES, Settings, load_settings, save_settings
from tests import translations
from ui import language
from ui.widgets.choice_editors import TimeEditor

UI = translations.CHECKOUT / "ui"
SHOWN_BY = {
    "addAction", "addItem", "addItems", "addTab", "setAccessibleDescription", "setAccessibleName", "setHorizontalHeaderLabels",
    "setPlaceholderText", "setStatusTip", "setTabText", "setTabToolTip", "setText", "setTitle", "setToolTip", "setWhatsThis",
    "setWindowTitle", "showMessage", "QAction", "QCheckBox", "QLabel", "QPushButton", "QRadioButton", "Badge", "Button", "Check",
    "Chip", "Text", "heading", "section", "small", "say", "set_badge",
}  # fmt: skip
"""What puts its words before a person."""
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
SAID_TO_NOBODY = {"RuntimeError", "ValueError", "TypeError", "KeyError", "compile", "error", "warning", "info", "debug", "exception"}  # fmt: skip
ALLOWED = {
    "Incident Composer": "the program's name",
    "Enter": "a key, put into the keyboard's words by `key_words`",
    "Esc": "as above",
    "Ctrl N": "as above",
    "Ctrl ↵": "as above",
    "(!) ": "a mark, no word",
    "Incident Composer ": "the head of a report for those who mend the program",
    ", Python ": "as above",
    " UTC": "the name of a time zone",
    " min": "a unit's sign, the same in both languages",
    " h": "as above",
    " d": "as above",
}
"""Words that stay as they are in every language, each with the reason."""
ENTRIES = {UI / "__main__.py", UI / "display.py"}
"""Speak in a terminal, before there is a Qt to translate; as all of the command line they speak English."""
LISTS = {UI / "qt_classes.py"}
"""Names of classes, a line of them in a string: no words."""
SOURCES = sorted(file for file in UI.rglob("*.py") if file not in ENTRIES | LISTS)


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_words(text: str) -> bool:
    return text not in ALLOWED and re.search(r"[^\W\d_]{2}", text) is not None


def untranslated(tree: ast.Module) -> list[str]:
    """Words in the code that reach a person without a translation: given to a widget, or a sentence anywhere."""
    found: dict[int, str] = {}

    def look(node: Any, *, shown: bool) -> None:
        if isinstance(node, ast.Call):
            name = name_of(node)
            in_terminal = isinstance(node.func, ast.Name) and name == "say"  # English, as the command line
            if name in TRANSLATING | SAID_TO_NOBODY or in_terminal:
                return
            for child in list[Any](ast.iter_child_nodes(node)):
                is_named = isinstance(child, ast.keyword)
                look(child.value if is_named else child, shown=name in SHOWN_BY and not is_named)
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_words(node.value):
            markup = "<" in node.value or re.search(r"[a-z-]+:[ #]", node.value) is not None
            # With a blank between two words it is a sentence, whoever shows it.
            if shown or (re.search(r"[^\W\d_]{2} +[^\W\d_]{2}", node.value) and not markup):
                found[node.lineno] = node.value
            return
        body = getattr(node, "body", None)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and body:
            for child in ast.iter_child_nodes(node):
                if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):  # a docstring
                    look(child, shown=False)
            return
        passes_on = isinstance(
            node, ast.JoinedStr | ast.IfExp | ast.BinOp | ast.BoolOp | ast.List | ast.Tuple
        )
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.Expr) and isinstance(child, ast.Constant)):
                look(child, shown=shown and passes_on)

    look(tree, shown=False)
    return [f"line {line}: {text}" for line, text in sorted(found.items())]


def test_what_a_person_sees_goes_through_a_translation() -> None:
    wrong: list[str] = []
    for file in SOURCES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        wrong += [f"{file.relative_to(UI)}, {one}" for one in (*untranslated(tree), *unfindable(tree))]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Nothing")',
        'Button("Publish", kind=Kind.PRIMARY)',
        'small(f"Sent {time}")',
        'box.addItem("None" if empty else self.tr("Some"))',
        'words = "a whole sentence"',
    ],
)
def test_forgotten_words_are_found(code: str) -> None:
    assert untranslated(ast.parse(code)) != []


def unfindable(tree: ast.AST) -> list[str]:
    """Calls whose words lupdate can't read, or files elsewhere than the running program looks."""
    wrong = []
    own = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}

    def look(node: ast.AST, inside_class: bool) -> None:
        if isinstance(node, ast.Call) and name_of(node) in TRANSLATING:
            is_own_tr = isinstance(node.func, ast.Name) and node.func.id == "tr"
            texts = node.args[:1] if name_of(node) == "tr" else node.args[:2]
            known = name_of(node) == "translate" and [type(one) for one in texts[1:]] != [ast.Constant]
            if not known and not all(isinstance(one, ast.Constant) for one in texts):
                wrong.append(f"line {node.lineno}: the words are put together before they are translated")
            context = node.args[0] if known and node.args else None
            if isinstance(context, ast.Constant) and context.value not in (
                "",
                "QShortcut",
            ):  # that one is Qt's own
                wrong.append(
                    f'line {node.lineno}: lupdate files these words without a context: translate("", …)'
                )
            if is_own_tr and (inside_class or "tr" not in own):
                wrong.append(f"line {node.lineno}: tr without self is filed under no class")
        for child in ast.iter_child_nodes(node):
            look(child, inside_class or isinstance(node, ast.ClassDef))

    look(tree, False)
    return wrong


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"Sent {time}")',
        'self.tr("Sent" + time)',
        'def tr(text):\n return QCoreApplication.translate("Box", text)',
        'class Box:\n def say(self):\n  tr = self.tr\n  return tr("Sent")',
    ],
)
def test_words_that_lupdate_cannot_file_are_found(code: str) -> None:
    assert unfindable(ast.parse(code)) != []


# --- the files ------------------------------------------------------------------------------------------------------

AGAIN = "run `make translations`, and translate what it lists"


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files as lupdate makes them from the code as it is now."""
    folder = tmp_path_factory.mktemp("gathered")
    for file in (translations.TRANSLATED, translations.COUNTED):
        shutil.copy(file, folder)
    translations.gather_all(folder)
    return folder


@pytest.mark.parametrize("file", [translations.TRANSLATED, translations.COUNTED], ids=lambda file: file.stem)
def test_every_word_is_filed_and_translated(file: Path, gathered: Path) -> None:
    assert translations.unfinished(gathered / file.name) == [], AGAIN
    now, kept = [
        {(context, translations.source(one)) for context, one in translations.messages(place)}
        for place in (gathered / file.name, file)
    ]
    assert now == kept, AGAIN


@pytest.mark.parametrize("file", [translations.TRANSLATED, translations.COUNTED], ids=lambda file: file.stem)
def test_what_is_loaded_is_what_was_translated(file: Path, tmp_path: Path) -> None:
    packed = translations.pack(file, tmp_path / "packed.qm")
    assert packed.read_bytes() == file.with_suffix(".qm").read_bytes(), AGAIN


def places(text: str) -> list[str]:
    """What is put into the words later."""
    return sorted(str(name) for _, name, _, _ in string.Formatter().parse(text) if name is not None) + [
        "%n"
    ] * text.count("%n")


def test_translations_keep_places_and_letters_to_press() -> None:
    wrong = []
    for context, one in translations.messages(translations.TRANSLATED):
        source = translations.source(one)
        for form in translations.forms(one):
            same_edges = (source[:1] == " ", source[-1:] == " ") == (form[:1] == " ", form[-1:] == " ")
            letters = [len(re.findall(r"&\w", text)) for text in (source, form)]
            if places(source) != places(form) or letters[0] != letters[1] or not same_edges:
                wrong.append(f"{context}|{source}: {form}")
    assert wrong == []


def test_a_file_of_words_is_put_in(tmp_path: Path) -> None:
    file = tmp_path / translations.TRANSLATED.name
    translations.gather(file)
    assert "Rail|History" in translations.unfinished(file)
    assert translations.fill(file, {"Rail|History": "Verlauf", "Nobody says this": "x"}) == {
        "Nobody says this"
    }
    translations.gather(file)
    assert "Rail|History" not in translations.unfinished(file)
    assert "HistoryView|History" in translations.unfinished(file)


# --- the choice -----------------------------------------------------------------------------------------------------


@pytest.fixture
def spoken(qapp):
    """Speaks a language, and English again after the test."""
    yield language.apply
    language.apply("en")


def test_the_languages_that_can_be_chosen_are_those_that_are_shipped() -> None:
    assert (language.SYSTEM, *language.NAMES) == LANGUAGES
    assert {file.stem.rpartition("_")[2] for file in language.FOLDER.glob("*.qm")} == set(language.NAMES)


def test_a_language_is_spoken_from_now_on(spoken) -> None:
    assert spoken("de") == "de"
    assert QCoreApplication.translate("Rail", "History") == "Verlauf"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert language.key_words("Ctrl N") == "Strg N"
    assert spoken("en") == "en"
    assert QCoreApplication.translate("Rail", "History") == "History"


@pytest.mark.parametrize(
    ("code", "one", "many"), [("en", "1 delivery", "2 deliveries"), ("de", "1 Zustellung", "2 Zustellungen")]
)
def test_one_is_not_many(spoken, code: str, one: str, many: str) -> None:
    spoken(code)
    words = [
        QCoreApplication.translate("PublishPage", "published {time} · %n deliveries", "", n) for n in (1, 2)
    ]
    assert [text.rpartition(" · ")[2] for text in words] == [one, many]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de-AT", "en"], "de"),
        (["fr-FR", "de"], "de"),
        (["fr"], "en"),
        (["C"], "en"),
        ([], "en"),
        (["en_GB"], "en"),
    ],
)
def test_the_platform_is_followed(wanted: list[str], code: str) -> None:
    assert language.of_platform(wanted) == code


@pytest.mark.parametrize("code", language.NAMES)
def test_a_time_that_is_offered_is_understood(spoken, qtbot, code: str) -> None:
    spoken(code)
    editor = TimeEditor(Field("eta", "ETA", FieldType.TIME_OR_TEXT, Audience.INTERNAL, "", free=True))
    qtbot.addWidget(editor)
    offered = [editor.combo.itemText(place) for place in range(editor.combo.count())]
    assert len(offered) == 3
    for minutes, text in zip((15, 30, 60), offered, strict=True):
        moment = read_time(str(editor.read(text)))
        assert moment is not None, text
        assert minutes - 2 <= (moment - datetime.now(UTC)).total_seconds() / 60 <= minutes


def test_the_language_is_kept_in_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(file, Settings(language="de"))
    assert file.read_text(encoding="utf-8") == 'language = "de"\n'
    assert load_settings(file) == (Settings(language="de"), ())
    file.write_text('language = "tlh"\n', encoding="utf-8")
    settings, problems = load_settings(file)
    assert settings.language == "system"
    assert "system or en or de" in str(problems[0])
