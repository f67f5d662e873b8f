"""The error tree: who is a child of whom, what a person reads, and the exit status."""

from __future__ import annotations

import pytest

from composer.domain import errors
from composer.domain.errors import (
    BugError,
    ComposerError,
    FieldCatalogueError,
    HomeError,
    IllegalTransitionError,
    InvalidInputError,
    NotLoopbackError,
    Place,
    PlanError,
    Problem,
    PublishFileError,
    RecordBusyError,
    RecordDamagedError,
    RecordError,
    RecordFullError,
    RecordTooNewError,
    RefusedError,
    RenderError,
    TemplateError,
    UserFacingError,
    told_by,
)

TREE: dict[type[ComposerError], type[ComposerError]] = {
    UserFacingError: ComposerError,
    InvalidInputError: UserFacingError,
    PlanError: InvalidInputError,
    TemplateError: InvalidInputError,
    FieldCatalogueError: InvalidInputError,
    PublishFileError: InvalidInputError,
    HomeError: UserFacingError,
    RecordError: UserFacingError,
    RecordTooNewError: RecordError,
    RecordDamagedError: RecordError,
    RecordBusyError: RecordError,
    RecordFullError: RecordError,
    RenderError: UserFacingError,
    NotLoopbackError: UserFacingError,
    RefusedError: UserFacingError,
    BugError: ComposerError,
    IllegalTransitionError: BugError,
}


@pytest.mark.parametrize("child", TREE)
def test_the_tree(child: type[ComposerError]) -> None:
    assert child.__base__ is TREE[child]
    # An expected failure is shown, a bug must not be hidden: no type is both.
    assert issubclass(child, UserFacingError) != issubclass(child, BugError)
    assert f"{child.__name__} " in (errors.__doc__ or "").replace("\n", " ")


def test_the_tree_is_whole() -> None:
    defined = {
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, Exception) and one.__module__ == errors.__name__
    }
    assert defined == {ComposerError, *TREE}


@pytest.mark.parametrize(
    ("kind", "status"),
    [(HomeError, 1), (RecordError, 1), (RenderError, 1), (NotLoopbackError, 1), (RefusedError, 2)],
)
def test_exit_status(kind: type[UserFacingError], status: int) -> None:
    assert kind("No.").exit_status == status
    assert InvalidInputError([Problem(Place(), "wrong")]).exit_status == 2


def test_a_sentence_and_the_next_step() -> None:
    assert str(HomeError("The folder is full.")) == "The folder is full."
    error = HomeError("The folder is full.", next_step="Delete something.")
    assert str(error) == "The folder is full. Delete something."
    assert (error.message, error.next_step) == ("The folder is full.", "Delete something.")
    assert error.args == ("The folder is full.",)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place("plan.toml"), "plan.toml"),
        (Place("plan.toml", 3), "plan.toml line 3"),
        (Place("plan.toml", 3, "phases"), "plan.toml line 3: phases"),
        (Place("plan.toml", key="phases"), "plan.toml: phases"),
        (Place(line=3), "line 3"),
        (Place(line=3, key="phases"), "line 3: phases"),
        (Place(key="phases"), "phases"),
    ],
)
def test_place(place: Place, text: str) -> None:
    assert str(place) == text
    assert str(Problem(place, "it is missing")) == (f"{text}: it is missing" if text else "it is missing")


def test_every_problem_is_told() -> None:
    problems = [Problem(Place("a.toml", 1), "one"), Problem(Place(key="x"), "two")]
    error = PlanError(problems, next_step="Mend it.")
    assert error.problems == tuple(problems)
    assert error.message == "a.toml line 1: one\nx: two"
    assert str(error) == "a.toml line 1: one\nx: two Mend it."
    with pytest.raises(BugError, match="at least one problem"):
        PlanError([])


def test_an_errors_own_words() -> None:
    assert told_by(HomeError("It can't be written.")) == "It can't be written."
    assert told_by(ValueError("not a time")) == "not a time"
    assert told_by(OSError()) == ""
