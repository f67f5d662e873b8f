"""Templates of one's own: copied, checked as typed, tried on an incident, saved only when they are right."""

from __future__ import annotations

import pytest

from composer.domain.errors import RefusedError, TemplateError
from composer.files import NotWrittenError
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.own_templates import (
    check_text,
    own_copy,
    parse_text,
    reload,
    save_own,
    template_text,
    try_out,
)


@pytest.fixture
def services(tmp_path):
    with Services(open_home(tmp_path / "home"), Mode.PRACTICE) as made:
        yield made


def test_a_copy_lies_in_its_channel_s_folder_and_is_whole(services):
    home = services.home
    for name in services.library.templates:
        shipped = template_text(home, name)
        assert not shipped.own
        path = own_copy(home, name)
        assert path == shipped.file
        assert path.read_text(encoding="utf-8") == shipped.text
        assert template_text(home, name).own
        assert check_text(home, services.library, name, shipped.text) == ()
    reload(services)
    assert services.problems == ()
    assert all(template.own for template in services.library.templates.values())


def test_a_copy_never_replaces_what_is_there(services):
    path = own_copy(services.home, "slack_update")
    path.write_text("mine", encoding="utf-8")
    assert own_copy(services.home, "slack_update") == path
    assert path.read_text(encoding="utf-8") == "mine"
    loose = services.home.templates / "status_update.j2"
    loose.write_text("loose", encoding="utf-8")
    assert own_copy(services.home, "status_update") == loose


def test_a_name_that_nothing_has(services):
    with pytest.raises(RefusedError):
        own_copy(services.home, "nothing")
    with pytest.raises(RefusedError):
        template_text(services.home, "nothing")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ summary }}", "{{ sumary }}", "sumary"),
        ('"summary"', '"sumary"', 'there is no field "sumary"'),
        ('channel = "slack"', 'channel = "copy"', "lies in the folder slack"),
        ("+++", "++", "expected a line +++"),
        ('phases = ["investigating"', 'phases = ["investigated"', 'the plan has no phase "investigated"'),
    ],
)
def test_a_mistake_is_told_with_its_place_and_not_saved(services, old, new, told):
    path = own_copy(services.home, "slack_update")
    text = path.read_text(encoding="utf-8")
    wrong = text.replace(old, new)
    problems = check_text(services.home, services.library, "slack_update", wrong)
    assert any(told in str(one) for one in problems), problems
    assert all(one.place.file for one in problems)
    with pytest.raises(TemplateError) as caught:
        save_own(services.home, services.library, "slack_update", wrong)
    assert caught.value.problems == problems
    assert path.read_text(encoding="utf-8") == text


def test_what_is_saved_is_in_force_after_a_reload(services):
    text = template_text(services.home, "slack_update").text + "Greetings\n"
    path = save_own(services.home, services.library, "slack_update", text)
    assert path == services.home.templates / "slack" / "slack_update.j2"
    assert not services.library.templates["slack_update"].own
    reload(services)
    assert services.library.templates["slack_update"].body.endswith("Greetings")


def test_a_reload_tells_what_broke_and_what_is_well_again(services):
    loose = services.home.templates / "slack_update.j2"
    loose.write_text("broken", encoding="utf-8")
    reload(services)
    assert any(one.place.file == str(loose) for one in services.problems)
    loose.unlink()
    reload(services)
    assert services.problems == ()


def test_every_template_is_tried_without_an_incident(services):
    for name, template in services.library.templates.items():
        text = try_out(services, template, None)
        assert bool(text) is (name != "postmortem")
        assert "DRILL" in text or not text
        assert "{{" not in text
    assert services.record.incidents() == ()


def test_a_changed_text_is_tried_before_it_is_saved(services):
    text = template_text(services.home, "status_update").text + "\nSo long"
    template, problems = parse_text(services.home, services.library, "status_update", text)
    assert problems == ()
    assert template is not None
    assert try_out(services, template, None).endswith("So long")


def test_a_home_whose_folder_is_a_file(services):
    (services.home.templates / "slack").write_text("", encoding="utf-8")
    with pytest.raises((RefusedError, NotWrittenError)):
        own_copy(services.home, "slack_update")
