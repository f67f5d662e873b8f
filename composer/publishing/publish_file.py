"""The JSON object that `publish` reads (docs/contract.md section 4), checked as a whole: every mistake is named with its place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any

from composer.domain.approval import ConsentWay, clean_name
from composer.domain.errors import Place, Problem, PublishFileError
from composer.domain.fields import (
    FieldCatalogue,
    FieldValue,
    FieldValueError,
    WrongTypeError,
    clean_text,
    parse_value,
)
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.request import GivenApproval, NewIncident, PublishRequest

SIZE_LIMIT = 16 * 1024 * 1024
"""The most bytes of a publish file. Far above any round, far below what would fill the memory."""

MOST_PROBLEMS = 100
"""After so many mistakes the rest of the file is not looked at: nobody reads more."""

_TOP = (
    "publish_id",
    "incident",
    "severity",
    "reason",
    "impact_ended_at",
    "phase",
    "fields",
    "messages",
    "notify",
    "override",
    "approvals",
    "hold_s",
)
_APPROVAL = ("role", "name", "by", "code", "link")
MOST_APPROVALS = 20
"""Far above what a plan can ask for."""
_INCIDENT = (
    "id",
    "title",
    "public_title",
    "severity",
    "impact_started_at",
    "started_at",
    "detection",
    "incident_commander",
    "technical_lead",
    "communications_lead",
    "domain",
    "symptom",
    "components",
    "slack_channel",
    "pagerduty_incident",
    "security",
)
_ROLES = ("incident_commander", "technical_lead", "communications_lead")
_GATED = ("title", "public_title", "detection", "incident_commander", "technical_lead")
"""Texts whose length the gate judges: one that is too long is a finding."""

TEXT_LIMIT = 2_000
"""The most characters of a text that is no field of a message (a reason, a name)."""


def read_publish_file(
    data: bytes, origin: str, plan: Plan, catalogue: FieldCatalogue, templates: Collection[str]
) -> PublishRequest:
    """The request that a publish file holds.

    `origin` is the file as the person knows it, `templates` the names that may stand in `messages`. Raises PublishFileError with every mistake found: not JSON, an unknown name, a
    value of the wrong type, a time without an offset.
    """
    if len(data) > SIZE_LIMIT:
        raise PublishFileError([Problem(Place(origin), f"it has more than {SIZE_LIMIT:,} bytes")])
    try:
        raw = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise PublishFileError(
            [Problem(Place(origin), f"it is not UTF-8 text (byte {error.start + 1})")]
        ) from None
    except json.JSONDecodeError as error:
        problem = Problem(Place(origin, error.lineno), f"it is not JSON: {error.msg} (column {error.colno})")
        raise PublishFileError([problem]) from None
    except _JsonError as error:
        raise PublishFileError([Problem(Place(origin, key=error.name), str(error))]) from None
    except RecursionError:
        raise PublishFileError([Problem(Place(origin), "its brackets are nested too deeply")]) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise PublishFileError([Problem(Place(origin), "it holds a number with too many digits")]) from None
    try:
        return _Reader(origin, plan, catalogue, templates).read(raw)
    except RecursionError:  # deep, but not too deep for the reader of JSON
        raise PublishFileError([Problem(Place(origin), "its brackets are nested too deeply")]) from None


def content_digest(raw: Mapping[str, Any]) -> str:
    """What stands for a request's content: the same JSON, `publish_id` left out, gives the same digest."""
    content = {name: value for name, value in raw.items() if name != "publish_id"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


class _JsonError(ValueError):
    """JSON that Python would take and we do not."""

    def __init__(self, text: str, name: str | None = None) -> None:
        super().__init__(text)
        self.name = name


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in pairs:
        if name in result:
            raise _JsonError("this name stands there twice", _shown(name))
        result[name] = value
    return result


def _no_constant(name: str) -> None:
    raise _JsonError(f"{name} is not a value of JSON")


class _Reader:
    """Reads one object and collects what is wrong with it."""

    def __init__(
        self, origin: str, plan: Plan, catalogue: FieldCatalogue, templates: Collection[str]
    ) -> None:
        self.origin = origin
        self.plan = plan
        self.catalogue = catalogue
        self.templates = templates
        self.problems: list[Problem] = []

    def read(self, raw: object) -> PublishRequest:
        if not isinstance(raw, dict):
            raise PublishFileError([Problem(Place(self.origin), "it must hold one JSON object")])
        self._known(raw, _TOP, "")
        phase = self._key(
            raw, "phase", [(phase.key, phase.label) for phase in self.plan.phases], required=True
        )
        new, incident_id, values = self._incident(raw.get("incident"))
        values.update(self._fields(raw.get("fields")))
        severity = self._key(raw, "severity", [(one.key, one.label) for one in self.plan.severities])
        reason = self._text(raw, "reason", "")
        key = self._text(raw, "publish_id", "")
        if key is not None and not 0 < len(key) <= 200:
            self._wrong("publish_id", "it must have 1 to 200 characters")
        request = PublishRequest(
            phase=phase or self.plan.phases[0].key,
            content_sha256=content_digest(raw),
            new=new,
            incident_id=incident_id,
            key=key,
            severity=severity,
            reason=reason or "",
            impact_ended_at=self._time(raw, "impact_ended_at", ""),
            values=values,
            components=self._components(raw.get("incident")) if incident_id else None,
            messages=self._messages(raw.get("messages")),
            notify=self._bool(raw, "notify", ""),
            overrides=self._overrides(raw.get("override")),
            hold_s=self._hold(raw),
            approvals=self._approvals(raw.get("approvals")),
        )
        if self.problems:
            raise PublishFileError(self.problems)
        return request

    # --- parts ---------------------------------------------------------------------------------------------

    def _incident(self, raw: object) -> tuple[NewIncident | None, str | None, dict[str, FieldValue]]:
        values: dict[str, FieldValue] = {}
        if not isinstance(raw, dict):
            self._wrong("incident", 'it must be an object: {"id": …} or the facts of a new incident')
            return None, None, values
        self._known(raw, _INCIDENT, "incident.")
        if "id" in raw:
            incident_id = self._text(raw, "id", "incident.", required=True)
            for name in raw:
                if name not in ("id", "components") and name in _INCIDENT:
                    self._wrong(
                        f"incident.{name}", "it is told when the incident is declared, not with an id"
                    )
            return None, incident_id, values
        title = self._text(raw, "title", "incident.", required=True)
        severity = self._key(
            raw,
            "severity",
            [(one.key, one.label) for one in self.plan.severities],
            "incident.",
            required=True,
        )
        started = (
            "impact_started_at" if "impact_started_at" in raw or "started_at" not in raw else "started_at"
        )
        impact_started_at = self._time(raw, started, "incident.", required=True)
        detection = self._text(raw, "detection", "incident.")
        roles = {name: person for name in _ROLES if (person := self._text(raw, name, "incident."))}
        # These are fields too: typed once with the incident, they fill every template that uses them.
        values.update({name: person for name, person in roles.items() if name in self.catalogue})
        if detection and "detection" in self.catalogue:
            values["detection"] = detection
        new = NewIncident(
            title=title or "",
            severity=severity or self.plan.severities[0].key,
            impact_started_at=impact_started_at or datetime.now(UTC),
            detection=detection or "",
            roles=roles,
            public_title=self._text(raw, "public_title", "incident."),
            domain=self._domain(raw),
            symptom=self._symptom(raw),
            components=self._components(raw) or {},
            slack_channel=self._slack_channel(raw),
            pagerduty_incident=self._text(raw, "pagerduty_incident", "incident."),
            security=bool(self._bool(raw, "security", "incident.")),
        )
        return new, None, values

    def _domain(self, raw: Mapping[str, Any]) -> str | None:
        return self._key(raw, "domain", [(one.key, one.label) for one in self.plan.domains], "incident.")

    def _symptom(self, raw: Mapping[str, Any]) -> str | None:
        known = [(symptom.key, symptom.label) for one in self.plan.components for symptom in one.symptoms]
        return self._key(raw, "symptom", known, "incident.")

    def _slack_channel(self, raw: Mapping[str, Any]) -> str | None:
        given = self._text(raw, "slack_channel", "incident.")
        if given is not None and not given.strip("# "):
            self._wrong("incident.slack_channel", "it names no channel")
            return None
        return given

    def _components(self, raw: object) -> dict[str, ComponentStatus] | None:
        given = raw.get("components") if isinstance(raw, dict) else None
        if given is None:
            return None
        if not isinstance(given, dict):
            self._wrong("incident.components", "it must be an object of component names and states")
            return None
        result = {}
        for name, status in given.items():
            path = f"incident.components.{name}"
            try:
                component = self.plan.component(name)
            except KeyError:
                names = [one.name for one in self.plan.components]
                self._wrong(
                    path, f"the plan has no such component; it has {', '.join(names)}{_nearest(name, names)}"
                )
                continue
            if component.key in result:
                self._wrong(path, f"the component {component.name} stands there twice")
                continue
            state = _component_status(status, self.plan)
            if state is None:
                states = ", ".join(one.value for one in ComponentStatus)
                self._wrong(path, f"it must be one of {states}")
                continue
            result[component.key] = state
        return result

    def _fields(self, raw: object) -> dict[str, FieldValue]:
        values: dict[str, FieldValue] = {}
        if raw is None:
            return values
        if not isinstance(raw, dict):
            self._wrong("fields", "it must be an object of field names and values")
            return values
        typed = [field.name for field in self.catalogue.typed()]
        for name, value in raw.items():
            path = f"fields.{name}"
            if name not in typed:
                hint = (
                    "it is worked out by the program and can't be given"
                    if name in self.catalogue
                    else "no such field"
                )
                self._wrong(path, hint + _nearest(name, typed))
                continue
            if value is None:
                continue
            try:
                values[name] = parse_value(self.catalogue[name], value, path=path)
            except WrongTypeError as error:
                self._wrong(error.path, str(error))
            except FieldValueError as error:
                # Text that does not fit its field is for the gate, which names the channels that it keeps back.
                kept = _as_given(value)
                if kept is None:
                    self._wrong(error.path, str(error))
                else:
                    values[name] = kept
        return values

    def _messages(self, raw: object) -> tuple[str, ...] | None:
        if raw is None:
            return None
        if not isinstance(raw, list) or not all(isinstance(name, str) for name in raw):
            self._wrong("messages", "it must be a list of template names")
            return None
        for name in raw:
            if name not in self.templates:
                self._wrong(
                    "messages", f"there is no template “{_shown(name)}”{_nearest(name, list(self.templates))}"
                )
        return tuple(dict.fromkeys(raw))

    def _overrides(self, raw: object) -> dict[str, str]:
        if raw is None:
            return {}
        if not isinstance(raw, dict) or not all(isinstance(one, str) and one.strip() for one in raw.values()):
            self._wrong("override", "it must be an object of finding codes and reasons")
            return {}
        return dict(raw)

    def _approvals(self, raw: object) -> tuple[GivenApproval, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
            self._wrong("approvals", 'it must be a list of objects: {"role", "name", "by", "code"}')
            return ()
        if len(raw) > MOST_APPROVALS:
            self._wrong("approvals", f"it has {len(raw):,} entries; at most {MOST_APPROVALS} fit")
            return ()
        roles = [(role.key, role.label) for role in self.plan.every_role]
        ways = [(way.value, way.value.replace("_", " ")) for way in ConsentWay]
        found = []
        for index, one in enumerate(raw):
            under = f"approvals[{index}]."
            self._known(one, _APPROVAL, under)
            role = self._key(one, "role", roles, under, required=True)
            name = self._text(one, "name", under, required=True)
            way = self._key(one, "by", ways, under, required=True)
            code = self._text(one, "code", under, required=True)
            link = self._text(one, "link", under)
            if role and name and way and code:
                found.append(GivenApproval(role, clean_name(name), ConsentWay(way), code[:20], link or ""))
        return tuple(found)

    def _hold(self, raw: Mapping[str, Any]) -> float | None:
        value = raw.get("hold_s")
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 3_600:
            self._wrong("hold_s", "it must be a number of seconds from 0 to 3600")
            return None
        return float(value)

    # --- values ----------------------------------------------------------------------------------------------

    def _text(self, raw: Mapping[str, Any], name: str, under: str, *, required: bool = False) -> str | None:
        value = raw.get(name)
        if value is None:
            if required:
                self._wrong(under + name, "it is missing")
            return None
        if not isinstance(value, str):
            self._wrong(under + name, "it must be text")
            return None
        text = clean_text(value, multiline=False).strip()
        if len(text) > TEXT_LIMIT and name not in _GATED:
            self._wrong(under + name, f"it has {len(text):,} characters; at most {TEXT_LIMIT:,} fit")
            return None
        if not text:
            if required:
                self._wrong(under + name, "it is empty")
            return None
        return text

    def _bool(self, raw: Mapping[str, Any], name: str, under: str) -> bool | None:
        value = raw.get(name)
        if value is not None and not isinstance(value, bool):
            self._wrong(under + name, "it must be true or false")
            return None
        return value

    def _time(
        self, raw: Mapping[str, Any], name: str, under: str, *, required: bool = False
    ) -> datetime | None:
        text = self._text(raw, name, under, required=required)
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self._wrong(
                under + name, "it must be an ISO 8601 time with Z or an offset, such as 2026-11-23T13:52:00Z"
            )
            return None
        try:
            return moment.astimezone(UTC)
        except OverflowError:
            self._wrong(under + name, "it is out of range")
            return None

    def _key(
        self,
        raw: Mapping[str, Any],
        name: str,
        known: list[tuple[str, str]],
        under: str = "",
        *,
        required: bool = False,
    ) -> str | None:
        text = self._text(raw, name, under, required=required)
        if text is None:
            return None
        wanted = text.casefold()
        for key, label in known:
            if wanted in (key.casefold(), label.casefold()):
                return key
        labels = list(dict.fromkeys(label if len(label) > 2 else key for key, label in known))
        keys = [key for key, _ in known]
        shown = keys if under + name in ("severity", "incident.severity") else labels
        self._wrong(under + name, f"it must be one of {', '.join(shown)}{_nearest(text, shown)}")
        return None

    def _known(self, raw: Mapping[str, Any], known: tuple[str, ...], under: str) -> None:
        for name in raw:
            if name not in known:
                self._wrong(under + name, "no such name" + _nearest(name, list(known)))

    def _wrong(self, key: str, text: str) -> None:
        self.problems.append(Problem(Place(self.origin, key=_shown(key)), text))
        if len(self.problems) == MOST_PROBLEMS:
            raise PublishFileError(self.problems)


def _component_status(value: object, plan: Plan) -> ComponentStatus | None:
    if not isinstance(value, str):
        return None
    wanted = value.strip().casefold().replace(" ", "_")
    for status in ComponentStatus:
        label = plan.words.component_status.get(status.value, "").casefold().replace(" ", "_")
        if wanted in (status.value, label):
            return status
    return None


def _as_given(value: object) -> FieldValue:
    """A value that does not fit its field, in a form that can be shown and judged; None where it has none."""
    if isinstance(value, str):
        return clean_text(value, multiline=True)
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return tuple(clean_text(str(line), multiline=False) for line in value)
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return {
            clean_text(key, multiline=False): clean_text(text, multiline=True) for key, text in value.items()
        }
    return None


def _shown(name: str) -> str:
    """A name from the file as an error can print it."""
    name = clean_text(name[:200], multiline=False)
    return (name if len(name) <= 100 else name[:99] + "…") or '""'


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name[:100], known, 1, 0.7)
    return f"; did you mean {near[0]}?" if near else ""
