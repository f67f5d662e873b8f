"""Fill a template, without trusting it.

Templates can come from a colleague or a shared folder, and a thread that runs wild cannot be stopped in Python. So two
things stand before the first line runs: Jinja's sandbox, with nothing in it (no globals, four filters, one test), and
an allow-list over the syntax tree, which knows no call, no attribute, no arithmetic and no nested loop. What is left
always ends, and soon: its work is bounded by the caps below.

Values are never rendered: `{{7*7}}` typed by a person is printed as it stands. They travel as `FieldText`, a string
that knows its field, and Jinja's `generate()` yields the template's wording and the values one by one; so where a
piece of text comes from is known without markers in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2 import Template as JinjaTemplate
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from composer.domain.errors import Place, Problem, RenderError, TemplateError
from composer.domain.message import RenderedMessage, Segment, Template
from composer.domain.sayings import Code, changed, told

SOURCE_CAP = 64 * 1024
"""The most characters of a template's body or subject."""
OUTPUT_CAP = 256 * 1024
"""The most characters that one filled template may have."""
VALUE_CAP = 128 * 1024
"""The most characters of one field's text."""
ITEMS_CAP = 1_000
"""The most items of a list field."""
FILTER_CAP = 4 * 1024 * 1024
"""The most characters that all filters of one rendering may read or write."""
NODES_CAP = 4_000
"""The most pieces (fields, conditions, loops) of a template; the plan's longest has about sixty."""
DEPTH_CAP = 16
"""How deep blocks and conditions may stand within each other."""
PROBLEMS_CAP = 20
"""How many mistakes of one template are told at once."""

ALLOWED = told(Code.ALLOWED_IN_TEMPLATES)

_FILTERS = ("upper", "lower", "trim", "join")
_RESERVED = frozenset({"self", "super", "loop", "caller", "varargs", "kwargs"})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_WORK = " work"  # no template can name it

_FOUND: tuple[tuple[type[nodes.Node] | tuple[type[nodes.Node], ...], str], ...] = (
    (nodes.Call, told(Code.A_CALL)),
    (nodes.Getattr, told(Code.AN_ATTRIBUTE)),
    (nodes.Getitem, told(Code.AN_INDEX)),
    (nodes.Concat, told(Code.JOINING)),
    ((nodes.BinExpr, nodes.Neg, nodes.Pos), told(Code.ARITHMETIC)),
    (nodes.Literal, told(Code.A_CONSTANT)),
    (nodes.CondExpr, told(Code.INNER_IF)),
    ((nodes.Assign, nodes.AssignBlock), "{% set %}"),
    ((nodes.Macro, nodes.CallBlock), told(Code.A_MACRO)),
    ((nodes.Include, nodes.Import, nodes.FromImport), told(Code.ANOTHER_FILE)),
    ((nodes.Extends, nodes.Block), told(Code.INHERITANCE)),
    (nodes.FilterBlock, "{% filter %}"),
    (nodes.With, "{% with %}"),
    (nodes.Scope, "{% autoescape %}"),
    (nodes.Compare, told(Code.A_COMPARISON)),
    (nodes.Test, told(Code.A_TEST)),
)


class FieldText(str):
    """The text of one field on its way through Jinja. `str()` of it is itself, so that its field stays known.

    It carries the segment that it becomes: a text that did not change since the last key press is not made anew.
    """

    __slots__ = ("segment",)

    segment: Segment

    def __new__(cls, text: str, field: str) -> FieldText:
        made = super().__new__(cls, text)
        made.segment = Segment(str.__str__(text), field)
        return made

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.segment.field or ""

    def __str__(self) -> str:
        return self

    def __iter__(self) -> Iterator[str]:
        raise RenderError(
            told(Code.LOOPS_OVER, field=self.field),
            next_step=told(Code.WRITE_PLAINLY),
        )


class FieldList(tuple[FieldText, ...]):
    """The items of a list field. It can be looped over or joined, but not printed as it is."""

    field: str

    def __new__(cls, items: Iterable[str], field: str) -> FieldList:
        made = super().__new__(cls, (FieldText(item, field) for item in items))
        made.field = field
        return made

    def __str__(self) -> str:
        raise RenderError(
            told(Code.PRINTS_LIST, field=self.field),
            next_step=told(Code.WRITE_LOOP),
        )


class _Work:
    """Counts what the filters do, because a filter in a loop could read a long value again and again."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = FILTER_CAP

    def spend(self, characters: int) -> None:
        self.left -= characters
        if self.left < 0:
            raise RenderError(
                told(Code.FILTERS_WORK),
                next_step=told(Code.FEWER_FILTERS),
            )


def _text_filter(change: Callable[[str], str]) -> Callable[[Context, object], str]:
    @pass_context
    def apply(context: Context, value: object) -> str:
        text = str(value)
        context[_WORK].spend(len(text))
        return FieldText(change(text), text.field) if isinstance(text, FieldText) else change(text)

    return apply


@pass_context
def _join(context: Context, value: object, separator: str = "") -> str:
    if isinstance(value, FieldList):
        context[_WORK].spend(sum(len(item) for item in value) + len(separator) * len(value))
        return FieldText(separator.join(value), value.field)
    return str(value)


def _environment() -> SandboxedEnvironment:
    # Autoescape is off on purpose: escaping belongs to the channel, which does it on segments as the last step. Here it
    # would write HTML entities into Slack and mail, would take 50 times as long on long values, and would mark
    # values as safe that are not.
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    tests = {"none": environment.tests["none"]}
    environment.tests.clear()
    environment.tests.update(tests)
    environment.filters.clear()
    environment.filters.update(
        upper=_text_filter(str.upper), lower=_text_filter(str.lower), trim=_text_filter(str.strip), join=_join
    )
    return environment


_ENVIRONMENT = _environment()


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A template that passed the gate: what runs, the fields it names with the line of the first use."""

    program: JinjaTemplate
    names: Mapping[str, int]
    literals: dict[str, Segment]


@dataclass(frozen=True, slots=True)
class _Refused:
    """A template that did not: line (within the source) and sentence of each mistake."""

    mistakes: tuple[tuple[int, str], ...]


class _Inspection:
    """Walks a syntax tree and notes what is not on the allow-list. Anything it does not know is refused."""

    def __init__(self) -> None:
        self.mistakes: list[tuple[int, str]] = []
        self.names: dict[str, int] = {}
        self._nodes = 0

    def body(self, body: list[nodes.Node], depth: int, loop_names: frozenset[str]) -> None:
        """A template's or a block's content."""
        for node in body:
            if not self._enter(node, depth):
                return
            match node:
                case nodes.Output():
                    for child in node.nodes:
                        if not isinstance(child, nodes.TemplateData):
                            self._printed(child, depth + 1, loop_names)
                case nodes.If():
                    self._condition(node.test, depth + 1, loop_names)
                    self.body(node.body, depth + 1, loop_names)
                    # `elif` parts stand side by side; each is an If of its own.
                    self.body(list(node.elif_), depth + 1, loop_names)
                    self.body(node.else_, depth + 1, loop_names)
                case nodes.For():
                    self._loop(node, depth, loop_names)
                case _:
                    self._refuse(node)

    def _loop(self, node: nodes.For, depth: int, loop_names: frozenset[str]) -> None:
        if loop_names:
            self._note(node, told(Code.LOOP_IN_LOOP))
        elif node.recursive or node.test is not None or node.else_:
            self._note(node, told(Code.LOOP_HAS_MORE))
        elif not isinstance(node.target, nodes.Name) or not isinstance(node.iter, nodes.Name):
            self._note(node, told(Code.LOOP_NOT_PLAIN))
        elif self._name(node.iter, loop_names) and self._speakable(node.target):
            self.body(node.body, depth + 1, frozenset({node.target.name}))

    def _printed(self, node: nodes.Node, depth: int, loop_names: frozenset[str]) -> None:
        if not self._enter(node, depth):
            return
        match node:
            case nodes.Name():
                self._name(node, loop_names)
            case nodes.Filter():
                self._filter(node, depth, loop_names)
            case _:
                self._refuse(node)

    def _filter(self, node: nodes.Filter, depth: int, loop_names: frozenset[str]) -> None:
        arguments = [*node.args, *node.kwargs]
        if node.name not in _FILTERS:
            self._note(node, told(Code.FILTER_NOT_ALLOWED, filter=node.name))
        elif node.dyn_args is not None or node.dyn_kwargs is not None or node.kwargs:
            self._note(node, told(Code.FILTER_GIVEN_MORE, filter=node.name))
        elif node.name != "join" and arguments:
            self._note(node, told(Code.FILTER_TAKES_NOTHING, filter=node.name))
        elif len(arguments) > 1 or not all(
            isinstance(item, nodes.Const)
            and isinstance(item.value, str)
            and not _UNPRINTABLE.search(item.value)
            for item in arguments
        ):
            self._note(node, told(Code.JOIN_TAKES_TEXT))
        elif node.node is None:  # pragma: no cover - only {% filter %} has none, and that is refused before
            self._note(node, told(Code.FILTER_ALONE, filter=node.name))
        else:
            self._printed(node.node, depth + 1, loop_names)

    def _condition(self, node: nodes.Node, depth: int, loop_names: frozenset[str]) -> None:
        if not self._enter(node, depth):
            return
        match node:
            case nodes.Name():
                self._name(node, loop_names)
            case nodes.Not():
                self._condition(node.node, depth + 1, loop_names)
            case nodes.And() | nodes.Or():
                self._condition(node.left, depth + 1, loop_names)
                self._condition(node.right, depth + 1, loop_names)
            case nodes.Compare(expr=nodes.Name() as name, ops=[operand]):
                if operand.op not in ("eq", "ne") or not _is_text(operand.expr):
                    # A field is always text here, so a comparison with a number would never be true.
                    self._note(node, told(Code.OTHER_COMPARISON))
                self._name(name, loop_names)
            case nodes.Test(node=nodes.Name() as name, name="none"):
                self._name(name, loop_names)
            case _:
                self._refuse(node)

    def _name(self, node: nodes.Name, loop_names: frozenset[str]) -> bool:
        if not self._speakable(node):
            return False
        if node.name not in loop_names:
            self.names.setdefault(node.name, node.lineno)
        return True

    def _speakable(self, node: nodes.Name) -> bool:
        if node.name in _RESERVED or node.name.startswith("_"):
            self._note(node, told(Code.NOT_A_FIELD, name=node.name))
            return False
        return True

    def _enter(self, node: nodes.Node, depth: int) -> bool:
        self._nodes += 1
        if self._nodes > NODES_CAP:
            self.mistakes = [(node.lineno, told(Code.TOO_MANY_NODES, count=NODES_CAP))]
            return False
        if depth > DEPTH_CAP:
            self._note(node, told(Code.BLOCKS_TOO_DEEP))
            return False
        return True

    def _refuse(self, node: nodes.Node) -> None:
        for kind, words in _FOUND:
            if isinstance(node, kind):
                return self._note(node, told(Code.NOT_ALLOWED_HERE, words=words))
        return self._note(node, told(Code.NOT_ALLOWED_HERE, words=type(node).__name__.lower()))

    def _note(self, node: nodes.Node, text: str) -> None:
        mistake = (node.lineno or 1, text)  # Jinja gives some nodes of its own making no line
        if len(self.mistakes) < PROBLEMS_CAP and mistake not in self.mistakes:
            self.mistakes.append(mistake)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


@lru_cache(maxsize=256)
def _compiled(source: str) -> _Compiled | _Refused:
    if len(source) > SOURCE_CAP:
        return _Refused(((1, told(Code.TEMPLATE_TOO_LONG, count=len(source), most=SOURCE_CAP)),))
    odd = _UNPRINTABLE.search(source)
    if odd is not None:
        line = source.count("\n", 0, odd.start()) + 1
        return _Refused(((line, told(Code.ODD_CHARACTER, number=f"{ord(odd.group()):04X}")),))
    try:
        tree = _ENVIRONMENT.parse(source)
        inspection = _Inspection()
        inspection.body(tree.body, 0, frozenset())
        if inspection.mistakes:
            return _Refused(tuple(inspection.mistakes))
        code = _ENVIRONMENT.compile(tree)
    except TemplateSyntaxError as error:
        return _Refused(((error.lineno, f"{(error.message or 'a mistake in the syntax').rstrip('.')}."),))
    except (RecursionError, MemoryError):
        return _Refused(((1, told(Code.BRACKETS_TOO_DEEP)),))
    except (ValueError, SyntaxError, OverflowError):
        # For example a number of five thousand digits, which Python refuses to read.
        return _Refused(((1, told(Code.UNREADABLE_PART)),))
    program = _ENVIRONMENT.template_class.from_code(_ENVIRONMENT, code, {})
    return _Compiled(program, inspection.names, {})


def check_source(
    source: str, *, allowed_fields: Collection[str], origin: str, first_line: int = 1
) -> list[Problem]:
    """What is wrong with the Jinja source of a body or subject; empty where it is good.

    `first_line` is the file's line on which the source begins. `allowed_fields` are the names that its head lists.
    """
    compiled = _compiled(source)
    if isinstance(compiled, _Refused):
        return _problems(compiled, origin, first_line)
    return [
        Problem(
            Place(file=origin or None, line=first_line + line - 1, key=name),
            told(Code.FIELD_NOT_LISTED, field=name),
        )
        for name, line in compiled.names.items()
        if name not in allowed_fields
    ]


def fields_used(source: str) -> tuple[str, ...]:
    """The names of the fields that a template's source uses, in order; empty where the source is refused."""
    compiled = _compiled(source)
    return tuple(compiled.names) if isinstance(compiled, _Compiled) else ()


def render(template: Template, context: Mapping[str, str | tuple[str, ...]]) -> RenderedMessage:
    """Fill a template with the texts of its fields.

    Raises `TemplateError` for a template that the gate refuses, and `RenderError` (naming the field or what was too
    large) for one that cannot be filled.
    """
    values: dict[str, object] = {}
    for name, value in context.items():
        if isinstance(value, str):
            if len(value) > VALUE_CAP:
                _too_long(name, len(value))
            values[name] = (
                value
                if isinstance(value, FieldText) and value.segment.field == name
                else FieldText(value, name)
            )
        else:
            values[name] = _list(name, value)
    subject = None if template.subject is None else _fill(template, template.subject, 1, values)
    return RenderedMessage(
        template=template.head.name,
        channel=template.head.channel,
        body=_fill(template, template.body, template.body_line, values),
        subject=subject,
        language=template.head.language,
    )


def _list(name: str, items: tuple[str, ...]) -> FieldList:
    if len(items) > ITEMS_CAP:
        raise RenderError(
            told(Code.TOO_MANY_ITEMS, field=name, count=len(items), most=ITEMS_CAP),
            next_step=told(Code.SHORTEN_IT),
        )
    total = sum(map(len, items))
    if total > VALUE_CAP:
        _too_long(name, total)
    return FieldList(items, name)


def _too_long(name: str, length: int) -> NoReturn:
    raise RenderError(
        told(Code.VALUE_TOO_LONG, field=name, count=length, most=VALUE_CAP),
        next_step=told(Code.SHORTEN_IT),
    )


def _fill(template: Template, source: str, first_line: int, values: dict[str, object]) -> tuple[Segment, ...]:
    compiled = _compiled(source)
    if isinstance(compiled, _Refused):
        raise TemplateError(_problems(compiled, template.origin, first_line), next_step=ALLOWED)
    for name, line in compiled.names.items():
        if name not in values:
            raise RenderError(
                told(Code.FIELD_NOT_KNOWN_HERE, where=_where(template, first_line + line - 1), field=name),
                next_step=told(Code.CORRECT_TEMPLATE),
            )
    literals = compiled.literals
    segments: list[Segment] = []
    size = 0
    try:
        for piece in compiled.program.generate({**values, _WORK: _Work()}):
            size += len(piece)
            if size > OUTPUT_CAP:
                raise RenderError(
                    told(Code.OUTPUT_TOO_LONG, where=_where(template), most=OUTPUT_CAP),
                    next_step=told(Code.SHORTEN_TEMPLATE),
                )
            if type(piece) is FieldText:
                segments.append(piece.segment)
            else:
                segment = literals.get(piece)
                if segment is None:
                    segment = literals[piece] = Segment(piece)
                segments.append(segment)
    except UndefinedError as error:  # pragma: no cover - every name was looked up above; a net below the net
        raise RenderError(f"{_where(template)}: {error.message}.") from error
    return tuple(segments)


def _where(template: Template, line: int | None = None) -> str:
    return str(Place(file=template.origin or template.head.name, line=line))


def _problems(refused: _Refused, origin: str, first_line: int) -> list[Problem]:
    return [
        Problem(Place(file=origin or None, line=first_line + line - 1), _sentence(text))
        for line, text in refused.mistakes
    ]


def _sentence(text: str) -> str:
    return changed(text, lambda words: re.sub(r"\s+", " ", words))
