"""A template's head, and what becomes of a template once its fields are filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from composer.domain.channel import Audience, Channel


@dataclass(frozen=True, slots=True)
class TemplateHead:
    """What a template says of itself, before its body.

    `fields` names every field that the body may use; `required` those of them that must be filled in before the message may leave.
    `phases` and `severities` hold plan keys; empty means all. `language` is a BCP 47 tag such as "en" or "de".
    `corrects` is true for a correction, which is only ever made on request.
    """

    name: str
    title: str
    channel: Channel
    audience: Audience
    phases: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    language: str = "en"
    corrects: bool = False

    def serves(self, severity: str, phase: str) -> bool:
        """Whether this template is meant for that severity and phase."""
        return (not self.severities or severity in self.severities) and (
            not self.phases or phase in self.phases
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A template as loaded: head, and the Jinja source of subject and body.

    `subject` is None for channels without one. `origin` names the file as the person knows it; `body_line` is the file's line
    on which the body begins, so that an error in the body can be told by its line. `own` is true for a user's override.
    """

    head: TemplateHead
    body: str
    subject: str | None = None
    origin: str = ""
    body_line: int = 1
    own: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of rendered text: literal wording of the template (`field` is None), or the text of one field."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class RenderedMessage:
    """The final text for one channel, still knowing which words came from which field.

    Because text and field stay apart until the last step, a channel can mark up the template's own wording and
    never what a person typed.
    """

    template: str
    channel: Channel
    body: tuple[Segment, ...]
    subject: tuple[Segment, ...] | None = None
    language: str = "en"

    @property
    def text(self) -> str:
        """The body as plain text."""
        return join(self.body)

    @property
    def subject_text(self) -> str | None:
        """The subject as plain text, or None where the channel has none."""
        return None if self.subject is None else join(self.subject)


def join(segments: Iterable[Segment]) -> str:
    """The segments' text, one after the other."""
    return "".join([segment.text for segment in segments])
