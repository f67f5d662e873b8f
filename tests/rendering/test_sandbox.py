"""The sandbox: nothing but fields, conditions and one loop gets through, and what is left always ends."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.domain.channel import Audience, Channel
from composer.domain.errors import RenderError, TemplateError
from composer.domain.message import RenderedMessage, Segment, Template, TemplateHead, join
from composer.rendering import sandbox
from composer.rendering.sandbox import FieldList, FieldText, check_source, fields_used, render

HANG_S = 60.0
"""What takes longer than this hangs; how fast it is, the benchmarks tell."""


def template(body: str, *, subject: str | None = None, body_line: int = 1) -> Template:
    head = TemplateHead("probe", "Probe", Channel.SLACK, Audience.INTERNAL, language="de")
    return Template(head, body, subject, origin="probe.j2", body_line=body_line)


def filled(body: str, **context: str | tuple[str, ...]) -> RenderedMessage:
    return render(template(body), context)


ATTACKS = {
    "class": "{{ ''.__class__ }}",
    "mro": "{{ x.__class__.__mro__ }}",
    "index": "{{ x['__class__'] }}",
    "slice": "{{ x[0:1] }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "lipsum": "{{ lipsum(n=10**7) }}",
    "range": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "str.format": "{{ '{0.__class__}'.format(x) }}",
    "attr": "{{ x|attr('format') }}",
    "nested loops": "{% for a in items %}{% for b in items %}{{ b }}{% endfor %}{% endfor %}",
    "nested loop over items": "{% for a in items %}{% for b in a %}{{ b }}{% endfor %}{% endfor %}",
    "loop with if": "{% for a in items if a %}{{ a }}{% endfor %}",
    "loop with else": "{% for a in items %}{% else %}none{% endfor %}",
    "recursive loop": "{% for a in items recursive %}{% endfor %}",
    "loop over a constant": "{% for a in 'abc' %}{% endfor %}",
    "unpacking": "{% for a, b in items %}{% endfor %}",
    "loop variable": "{% for a in items %}{{ loop }}{% endfor %}",
    "loop over a reserved name": "{% for a in self %}{% endfor %}",
    "loop into a hidden name": "{% for __a in items %}{% endfor %}",
    "multiplied": "{{ 'a'*10**9 }}",
    "percent": "{{ '%1000000000d' % 1 }}",
    "minus": "{{ -x }}",
    "recursive macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call block": "{% call x() %}{% endcall %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'a' as a %}",
    "from import": "{% from 'a' import b %}",
    "extends": "{% extends 'a' %}",
    "block": "{% block a %}{% endblock %}",
    "set": "{% set x = 1 %}",
    "set block": "{% set x %}a{% endset %}",
    "with": "{% with a = 1 %}{% endwith %}",
    "autoescape": "{% autoescape true %}{{ x }}{% endautoescape %}",
    "filter block": "{% filter upper %}a{% endfilter %}",
    "xmlattr": "{{ x|xmlattr }}",
    "indent": "{{ x|indent(999999999) }}",
    "center": "{{ x|center(999999999) }}",
    "urlize": "{{ x|urlize }}",
    "safe": "{{ x|safe }}",
    "upper with argument": "{{ x|upper(1) }}",
    "join by name": "{{ items|join(attribute='x') }}",
    "join by number": "{{ items|join(5) }}",
    "join with a control character": "{{ items|join('\\x00') }}",
    "join with two": "{{ items|join(', ', 'x') }}",
    "join unpacked": "{{ items|join(*x) }}",
    "join unpacked by name": "{{ items|join(**x) }}",
    "concatenation": "{{ x ~ x }}",
    "constant": "{{ 'text' }}",
    "inline if": "{{ x if y else z }}",
    "list": "{{ [x, x] }}",
    "in": "{% if x in 'abc' %}{% endif %}",
    "greater": "{% if x > 'a' %}{% endif %}",
    "number": "{% if x == 5 %}{% endif %}",
    "chained": "{% if x == 'a' == 'b' %}{% endif %}",
    "two fields": "{% if x == y %}{% endif %}",
    "comparison of a filter": "{% if x|upper == 'A' %}{% endif %}",
    "filter in a condition": "{% if x|trim %}{% endif %}",
    "test": "{% if x is defined %}{% endif %}",
    "divisibleby": "{% if x is divisibleby 3 %}{% endif %}",
    "call in a condition": "{% if x() %}{% endif %}",
    "hidden name": "{{ __builtins__ }}",
    "self": "{{ self }}",
    "break": "{% for a in items %}{% break %}{% endfor %}",
    "unclosed": "{{ x",
    "half": "{% if x %}",
    "NUL": "a\x00b",
    "surrogate": "a\ud800b",
    "long": "x" * (64 * 1024 + 1),
    "many": "{{ x }}" * 4_001,
    "deep ifs": "{% if x %}" * 2_000 + "{% endif %}" * 2_000,
    "less deep ifs": "{% if x %}" * 40 + "{% endif %}" * 40,
    "deep brackets": "{{ " + "(" * 20_000 + "x" + ")" * 20_000 + " }}",
    "deep not": "{% if " + "not " * 10_000 + "x %}{% endif %}",
    "less deep not": "{% if " + "not " * 100 + "x %}{% endif %}",
    "long and": "{% if " + " and ".join(["x"] * 5_000) + " %}{% endif %}",
    "deep filters": "{{ x" + "|upper" * 50 + " }}",
    "huge number": "{{ " + "9" * 5_000 + " }}",
    "unfinished string": "{{ '",
    "unexpected character": "{{ ? }}",
}


@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS.keys())
def test_refuses_all_that_is_not_on_the_list(source: str) -> None:
    started = time.perf_counter()
    problems = check_source(source, allowed_fields={"x", "y", "z", "items"}, origin="a.j2")
    assert problems
    with pytest.raises(TemplateError) as caught:
        filled(source, x="text", y="", z="", items=("a", "b"))
    assert time.perf_counter() - started < HANG_S
    assert caught.value.problems[0].place.file == "probe.j2"
    assert all("\n" not in problem.text for problem in problems)


def test_tells_file_line_and_what_was_found() -> None:
    source = "first\n{{ x }}\n{{ x.y }}\n{% if a is odd %}{% endif %}\n{{ unknown }}"
    problems = check_source(source, allowed_fields={"x"}, origin="slack_update.j2", first_line=10)
    assert [str(problem) for problem in problems] == [
        "slack_update.j2 line 12: an attribute (a dot after a name) is not allowed here.",
        "slack_update.j2 line 13: a test (is …) is not allowed here.",
    ]
    (problem,) = check_source("\n{{ unknown }}", allowed_fields={"x"}, origin="a.j2", first_line=4)
    assert (
        str(problem)
        == "a.j2 line 5: unknown: the field “unknown” is used here but is not in the head's list of fields."
    )
    with pytest.raises(TemplateError, match=r"probe.j2 line 8: .*Allowed are") as caught:
        render(template("\n{{ x() }}", body_line=7), {"x": ""})
    assert caught.value.exit_status == 2


def test_tells_many_mistakes_at_once_but_not_thousands() -> None:
    problems = check_source("{{ x.y }}\n" * 100, allowed_fields={"x"}, origin="a.j2")
    assert len(problems) == sandbox.PROBLEMS_CAP
    assert [problem.place.line for problem in problems[:3]] == [1, 2, 3]
    # The same mistake on the same line is told once.
    assert len(check_source("{{ x.y }} {{ x.z }}", allowed_fields={"x"}, origin="a.j2")) == 1


def test_allows_what_templates_need() -> None:
    source = (
        "{# a note #}{% raw %}{{ as it stands }}{% endraw %} {{ a }} {{ a|trim|upper }} {{ items|join(', ')|lower }}\n"
        "{% if a and not b or a == 'X' and b != 'Y' %}\nyes\n{% elif b is none %}\nno\n{% else %}\nelse\n{% endif %}\n"
        "{% for item in items %}\n- [ ] {{ item }}{% if item == 'two' %}!{% endif %}\n\n{% endfor %}\n"
    )
    assert check_source(source, allowed_fields={"a", "b", "items"}, origin="a.j2") == []
    assert fields_used(source) == ("a", "items", "b")
    assert fields_used("{{ x.y }}") == ()
    text = filled(source, a=" X ", b="", items=("One", "two")).text
    assert text == "{{ as it stands }}  X  X one, two\nyes\n- [ ] One\n- [ ] two!\n"


def test_segments_know_their_field() -> None:
    message = render(
        template(
            "Severity: {{ s|upper }}\n{% for i in items %}- {{ i }}\n{% endfor %}{{ items|join('+') }}{{ e }}",
            subject="[{{ s }}]",
        ),
        {"s": "p0", "items": ("a", "b"), "e": ""},
    )
    assert message.subject == (Segment("["), Segment("p0", "s"), Segment("]"))
    assert message.body == (
        Segment("Severity: "),
        Segment("P0", "s"),
        Segment("\n"),
        Segment("- "),
        Segment("a", "items"),
        Segment("\n"),
        Segment("- "),
        Segment("b", "items"),
        Segment("\n"),
        Segment("a+b", "items"),
        Segment("", "e"),
    )
    assert (message.template, message.channel, message.language) == ("probe", Channel.SLACK, "de")
    assert all(type(segment.text) is str for segment in message.body)


@pytest.mark.parametrize(
    "typed", ["{{7*7}}", "{% for x in y %}", "{# no #}", "{{ self }}", "<b>&amp;", "\\n", "%s %(a)s {0}"]
)
def test_a_value_is_never_rendered(typed: str) -> None:
    assert filled("a {{ x }} b {{ x|trim }}", x=typed).text == f"a {typed} b {typed}"


def test_a_missing_field_is_named_even_where_no_branch_reaches_it() -> None:
    with pytest.raises(RenderError, match=r"probe.j2 line 2: the field “gone” is not known here"):
        filled("{{ x }}\n{% if gone %}a{% endif %}", x="")
    assert render(template("{{ x }}"), {"x": "a", "more": "b"}).text == "a"


def test_a_list_is_no_text_and_a_text_no_list() -> None:
    with pytest.raises(RenderError, match="prints the list field “items”"):
        filled("{{ items }}", items=("a",))
    with pytest.raises(RenderError, match="prints the list field “items”"):
        filled("{{ items|upper }}", items=("a",))
    with pytest.raises(RenderError, match="“x”, which is not a list"):
        filled("{% for a in x %}{{ a }}{% endfor %}", x="abc")
    assert filled("{{ x|join(', ') }}", x="abc").text == "abc"
    assert filled("{% for a in items %}{{ a }}{% endfor %}{{ items|join }}", items=()).text == ""


def test_sizes_are_capped_and_named() -> None:
    with pytest.raises(RenderError, match=r"“x” has 5,000,000 characters; at most 131,072"):
        filled("{{ x }}", x="a" * 5_000_000)
    with pytest.raises(RenderError, match=r"“items” has 1,001 lines"):
        filled("{{ items|join }}", items=("",) * 1_001)
    with pytest.raises(RenderError, match=r"“items” has 200,000 characters"):
        filled("{{ items|join }}", items=("a" * 100_000,) * 2)
    with pytest.raises(RenderError, match=r"the filled text has more than 262,144 characters"):
        filled("{{ x }}{{ x }}{{ x }}", x="a" * 100_000)
    with pytest.raises(RenderError, match=r"filters have more to do"):
        filled("{% for i in items %}{{ x|trim }}{% endfor %}", x=" " * 100_000, items=("",) * 1_000)
    with pytest.raises(RenderError, match=r"filters have more to do"):
        filled("{{ items|join('" + "-" * 60_000 + "') }}", items=("",) * 1_000)
    assert len(filled("{{ x }}", x="a" * sandbox.VALUE_CAP).text) == sandbox.VALUE_CAP


def test_the_most_that_the_gate_lets_through_ends_soon() -> None:
    body = "{% for i in items %}" + "{% if i and i and i and i and i %}{% endif %}" * 350 + "{% endfor %}"
    assert check_source(body, allowed_fields={"items"}, origin="a.j2") == []
    started = time.perf_counter()
    filled(body, items=("a",) * 1_000)
    assert time.perf_counter() - started < HANG_S


def test_the_same_template_is_compiled_once() -> None:
    sandbox._compiled.cache_clear()
    for number in range(5):
        filled("cached {{ x }}", x=str(number))
    assert sandbox._compiled.cache_info().misses == 1
    assert sandbox._compiled.cache_info().maxsize == 256


def test_nothing_is_left_in_the_environment() -> None:
    environment = sandbox._ENVIRONMENT
    assert not environment.globals
    assert set(environment.filters) == {"upper", "lower", "trim", "join"}
    assert set(environment.tests) == {"none"}
    assert environment.autoescape is False
    assert not environment.extensions


def test_field_text_stays_itself() -> None:
    text = FieldText("a", "x")
    assert str(text) is text
    assert text.field == "x"
    assert [item.field for item in FieldList(["a", "b"], "items")] == ["items", "items"]


CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
resource.setrlimit(resource.RLIMIT_AS, (512 * 1024 * 1024,) * 2)
sys.path.insert(0, sys.argv[1])
import json
from composer.domain.channel import Audience, Channel
from composer.domain.errors import RenderError, TemplateError
from composer.domain.message import Template, TemplateHead
from composer.rendering.sandbox import render
head = TemplateHead("probe", "Probe", Channel.SLACK, Audience.INTERNAL)
refused = 0
for source in json.load(sys.stdin):
    try:
        render(Template(head, source), {"x": "text", "y": "", "z": "", "items": ("a", "b")})
    except (TemplateError, RenderError):
        refused += 1
print(refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process need POSIX")
def test_every_attack_ends_in_a_limited_process() -> None:
    """Limits belong to the process, not the engine: here no attack may need more than 10 s of CPU and 512 MB in all."""
    import json
    from pathlib import Path

    root = str(Path(sandbox.__file__).parents[2])
    run = subprocess.run(
        [sys.executable, "-c", CHILD, root],
        input=json.dumps(list(ATTACKS.values())),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, str(len(ATTACKS)), "")


PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            " ",
            "\n",
            "x",
            "items",
            "item",
            "loop",
            "self",
            "__class__",
            "(",
            ")",
            "[",
            "]",
        ),
        *(
            "if",
            "elif",
            "else",
            "endif",
            "for",
            "in",
            "endfor",
            "not",
            "and",
            "or",
            "is",
            "none",
            "set",
            "macro",
            "endmacro",
        ),
        *(
            "block",
            "include",
            "raw",
            "endraw",
            "|",
            "upper",
            "join",
            "attr",
            "'a'",
            '"',
            "==",
            "!=",
            "*",
            "**",
            "~",
            ".",
            ",",
        ),
        *(
            "10",
            "9" * 400,
            "-",
            "=",
            "range",
            "{{ x }}",
            "{% if x %}a{% endif %}",
            "{% for item in items %}{{ item }}{% endfor %}",
        ),
        *(
            "\x00",
            "\ud800",
            "é",
            "\u202e",
            "𝒳",
            "\r\n",
            "%",
            "{",
            "}",
            "call",
            "filter",
            "with",
            "autoescape",
            "true",
        ),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)))
def test_any_source_is_filled_or_cleanly_refused(source: str) -> None:
    started = time.perf_counter()
    problems = check_source(source, allowed_fields={"x", "items"}, origin="a.j2", first_line=3)
    try:
        message = filled(source, x="text", items=("a", "b"))
    except (TemplateError, RenderError):
        pass
    else:
        assert all("{{" not in (segment.text if segment.field else "") for segment in message.body)
        assert problems == [] or all(problem.place.key for problem in problems)
    assert all(problem.place.line is None or problem.place.line >= 3 for problem in problems)
    assert time.perf_counter() - started < HANG_S


LITERAL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}#%"), max_size=20)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(LITERAL, st.text(max_size=20))), LITERAL)
def test_segments_are_the_text_and_fields_the_values(pairs: list[tuple[str, str]], tail: str) -> None:
    """Round trip: wording and values come out in order, unchanged, each knowing what it is."""
    source = "".join(f"{literal}{{{{ f{number} }}}}" for number, (literal, _) in enumerate(pairs)) + tail
    values = {f"f{number}": value for number, (_, value) in enumerate(pairs)}
    message = render(template(source), values)
    assert join(message.body) == message.text == "".join(a + b for a, b in pairs) + tail
    assert [(s.field, s.text) for s in message.body if s.field] == list(values.items())
