"""leaks.toml into the rules of the leak guard. The shipped file counts first; a file of one's own adds rules, replaces those of the same name, and turns others off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Annotated

import re2
from pydantic import Field as Limited
from pydantic import ValidationError

from composer.domain.errors import InvalidInputError, Problem
from composer.domain.leaks import LeakKind, LeakRule, LeakRules
from composer.toml.document import Table, TomlDocument, nearest, problems_of
from composer.toml.text import UnreadableFileError, read_text_file

LeakProof = Callable[[LeakRule, Sequence[str], Sequence[str]], Sequence[str]]
"""What a rule's own examples say against it, a sentence each; `checks` knows, and whoever wires the core passes it in."""

_Words = Annotated[list[Annotated[str, Limited(min_length=2, max_length=200)]], Limited(max_length=50_000)]
_Examples = Annotated[list[Annotated[str, Limited(min_length=1, max_length=2_000)]], Limited(min_length=1)]


class RuleTable(Table):
    """One rule, as the file has it. It proves itself: each of `leaks` is found, none of `clean` is."""

    kind: Annotated[LeakKind, Limited(strict=False)]
    what: Annotated[str, Limited(min_length=3, max_length=80)]
    pattern: Annotated[str, Limited(min_length=2, max_length=4_000)]
    leaks: _Examples
    clean: _Examples
    but: Annotated[list[Annotated[str, Limited(min_length=1)]], Limited(default_factory=list)]
    needs: Annotated[list[Annotated[str, Limited(min_length=1)]], Limited(default_factory=list)]
    mixed: bool = False
    random: bool = False
    mend: Annotated[str, Limited(max_length=80)] = ""


class LeaksTable(Table):
    """The whole file."""

    rule: Annotated[dict[str, RuleTable], Limited(default_factory=dict)]
    off: Annotated[_Words, Limited(default_factory=list)]
    public: Annotated[_Words, Limited(default_factory=list)]
    never: Annotated[_Words, Limited(default_factory=list)]
    ordinary: Annotated[_Words, Limited(default_factory=list)]


def load_leaks(
    file: Traversable,
    name: str | None = None,
    *,
    base: LeakRules | None = None,
    proof: LeakProof | None = None,
) -> LeakRules:
    """The rules in a file; see `parse_leaks`. `name` is how the file is called in errors (default: its path)."""
    shown = name or str(file)
    try:
        return parse_leaks(read_text_file(file, shown), shown, base=base, proof=proof)
    except UnreadableFileError as error:
        raise InvalidInputError([error.problem]) from error


def parse_leaks(
    text: str, name: str, *, base: LeakRules | None = None, proof: LeakProof | None = None
) -> LeakRules:
    """The rules in a TOML text, laid over `base`. With `proof`, each rule has to do what its examples show.

    Raises `InvalidInputError` with every mistake found; a pattern that RE2 can't take (and thereby every pattern that could hang) is one.
    """
    document = TomlDocument(text, name)
    problems = list(document.problems)
    table: LeaksTable | None = None
    if not problems:
        try:
            table = LeaksTable.model_validate(document.values)
        except ValidationError as error:
            problems += problems_of(error, document, LeaksTable)
    rules = {} if base is None else {rule.key: rule for rule in base.rules}
    rule_tables = {} if table is None else table.rule
    for key, one in rule_tables.items():
        found = _own_problems(key, one, document)
        rules[key] = rule = LeakRule(
            key,
            one.kind,
            one.what,
            one.pattern,
            tuple(one.but),
            tuple(word.lower() for word in one.needs),
            one.mixed,
            one.random,
            one.mend,
        )
        if proof is not None and not found:
            found = [Problem(document.place("rule", key), text) for text in proof(rule, one.leaks, one.clean)]
        problems += found
    for place, key in enumerate([] if table is None else table.off):
        if rules.pop(key, None) is None:
            sentence = f'there is no rule "{key}"{nearest(key, rules)}'
            problems.append(Problem(document.place("off", place), sentence))
    if problems or table is None:
        raise InvalidInputError(sorted(problems, key=lambda problem: problem.place.line or 0))
    before = base or LeakRules()
    return LeakRules(
        tuple(rules.values()),
        tuple(dict.fromkeys((*before.public, *table.public))),
        tuple(dict.fromkeys((*before.never, *table.never))),
        tuple(dict.fromkeys((*before.ordinary, *table.ordinary))),
    )


def _own_problems(key: str, table: RuleTable, document: TomlDocument) -> list[Problem]:
    problems = []
    if not (key.isidentifier() and key.isascii() and key == key.lower()):
        text = "expected a name of lower-case letters, digits and _, such as private_ip."
        problems.append(Problem(document.place("rule", key), text))
    for name, patterns in (("pattern", [table.pattern]), ("but", table.but)):
        for pattern in patterns:
            reason = pattern_problem(pattern)
            if reason is not None:
                problems.append(Problem(document.place("rule", key, name), reason))
    return problems


def pattern_problem(pattern: str) -> str | None:
    """Why a pattern can't be used, or None."""
    options = re2.Options()
    options.log_errors = False  # it would write to standard error
    try:
        compiled = re2.compile(pattern, options=options)
    except re2.error as error:
        reason = (
            error.args[0].decode(errors="replace")
            if error.args and isinstance(error.args[0], bytes)
            else error
        )
        return f"is no pattern that the guard can use: {reason}."
    if compiled.search("") is not None:
        return "fits an empty text, so it would be found everywhere."
    return None
