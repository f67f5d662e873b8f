"""Slack over its Web API: the incident's channel, posts, corrections, and the look-up of what may have arrived.

Slack answers 200 to nearly everything; `ok` and the error's name tell what happened. Only the errors of `slack_refusals` prove that nothing was
accepted. A post carries the delivery's id in its metadata, by which the channel's history is searched.
"""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from composer.clock import Clock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, in_doubt, out_of_doubt
from composer.domain.sayings import Code, Said, told
from composer.publishing.answers import as_said, as_words, not_taken, object_of, of_failure, of_question
from composer.publishing.api import Api, Request
from composer.publishing.http import ExchangeError
from composer.publishing.pacing import Pace
from composer.publishing.patience import within
from composer.publishing.port import (
    Answer,
    CannotTell,
    Checked,
    Doubt,
    Job,
    NotAccepted,
    NotFound,
    Outcome,
    Sent,
)
from composer.publishing.running import SlackChannel, SlackMessage
from composer.publishing.slack_refusals import refusal

EVENT_TYPE = "incident_composer_delivery"
MESSAGE_EVERY_S = 1.0
"""Slack takes about one message a second in a channel, and may hide what comes faster."""
SETTLE_S = 10.0
"""A message may take so long to show in the history."""
RECENT = timedelta(minutes=10)
"""What was made longer ago shows by now, if it arrived."""
LOOK_BACK = timedelta(hours=1)
"""How far before a delivery's making its look-up begins: Slack's clock and ours may differ."""
ANSWERS_WITHIN_S = 10.0
"""A service that is slower than this is not back yet."""
INVITE_AT_ONCE = 100
PAGE, MOST_PAGES = 200, 250

SCOPES = {
    "chat:write": Code.LACKS_CHAT_WRITE,
    "channels:manage": Code.LACKS_CHANNELS_MANAGE,
    "channels:read": Code.LACKS_CHANNELS_READ,
    "channels:join": Code.LACKS_CHANNELS_JOIN,
    "channels:history": Code.LACKS_CHANNELS_HISTORY,
    "pins:write": Code.LACKS_PINS_WRITE,
}
"""What the token must be allowed to do, and what is said where it may not."""

_ID = re.compile(r"[CGD][A-Z0-9]{6,20}")
_TS = re.compile(r"\d{1,12}\.\d{1,6}")
_ID_IN_LINK = re.compile(r"/archives/([CGD][A-Z0-9]+)/")


@dataclass(frozen=True, slots=True)
class _Said:
    """What Slack made of one call: its answer, or the name of its error and what that proves."""

    content: dict[str, Any] | None
    error: str | None = None
    outcome: NotAccepted | Doubt | None = None


class SlackWorkspace:
    """A workspace.

    `channel_of` gives the id of an incident's channel of that name where an earlier delivery made or found it; `is_to_be_pinned` says whether a message is the first
    one there.
    """

    def __init__(
        self,
        api: Api,
        channel_of: Callable[[str, str], str | None],
        clock: Clock,
        *,
        invite: Sequence[str] = (),
        is_to_be_pinned: Callable[[Delivery], bool] = lambda delivery: False,
        settle_s: float | None = None,
    ) -> None:
        self._api = api
        self._channel_of = channel_of
        self._clock = clock
        self._invite = tuple(invite)
        self._is_to_be_pinned = is_to_be_pinned
        self._settle_s = SETTLE_S if settle_s is None else settle_s
        self._paces: dict[str, Pace] = {}
        self._ids: dict[str, str] = {}
        self._making = threading.Lock()

    # --- the port ----------------------------------------------------------------------------------------------

    def deliver(self, job: Job) -> Outcome:
        """Post the message, or make the incident's channel."""
        payload = json.loads(job.delivery.payload)
        if job.delivery.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            return self._create(job, payload)
        return self._post(job, payload)

    def look_up(self, job: Job) -> Answer:
        """Whether the message stands in the channel's history, or the channel is there."""
        payload = json.loads(job.delivery.payload)
        if job.delivery.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            found = self._find_channel(payload["name"])
            if isinstance(found, NotAccepted):
                return CannotTell(found.error)
            if found is None:
                return NotFound(proven=True)  # making it a second time is refused by Slack itself
            return self._made(found["id"], payload)
        channel = self._channel(job.delivery, payload)
        if isinstance(channel, NotAccepted):
            return CannotTell(channel.error)
        answer = self._in_history(job.delivery, channel)
        if isinstance(answer, NotFound) and self._may_still_show(job.delivery):
            self._clock.wait(threading.Event(), self._settle_s)
            answer = self._in_history(job.delivery, channel)
        return answer

    def _may_still_show(self, delivery: Delivery) -> bool:
        born = delivery.queued_at or delivery.created_at
        return self._settle_s > 0 and self._clock.now() - born < RECENT

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Replace the text of a message that was sent."""
        content = json.loads(payload)
        linked = _ID_IN_LINK.search(delivery.url or "")
        channel = linked[1] if linked else self._channel(delivery, content)
        if isinstance(channel, NotAccepted):
            return channel
        if delivery.vendor_id is None:
            return NotAccepted(told(Code.SLACK_DID_NOT_SAY))
        body = {key: content[key] for key in ("text", "blocks", "metadata") if key in content}
        request = Request.write(
            "POST", "/chat.update", {**body, "channel": channel, "ts": delivery.vendor_id}
        )
        said = self._call(request, 1)
        return None if said.content is not None else of_question(said.outcome, attempts=1)

    def check(self) -> Checked:
        """The workspace, and which scopes the token lacks."""
        try:
            reply = self._api.send(Request("POST", "/auth.test"))
        except ExchangeError as trouble:
            return Checked(missing=(trouble.said or Said.verbatim(trouble.told),))
        content = object_of(reply)
        if content is None or not content.get("ok"):
            said = self._call(Request("POST", "/auth.test"), 1)
            return Checked(missing=(as_said(said.outcome),))
        name, url = as_words(content.get("team")), as_words(content.get("url"))
        facts = [Said.of(Code.WORKSPACE, name=name, url=url)]
        granted = {one.strip() for one in reply.headers.get("x-oauth-scopes", "").split(",") if one.strip()}
        if not granted:
            return Checked((*facts, Said.of(Code.SCOPES_UNKNOWN)))
        facts.append(Said.of(Code.SCOPES, scopes=", ".join(sorted(granted))))
        lacking = [Said.of(code, scope=one) for one, code in SCOPES.items() if one not in granted]
        if "groups:write" not in granted:  # only a security incident asks for it
            facts.append(Said.of(Code.LACKS_GROUPS_WRITE, scope="groups:write"))
        return Checked(tuple(facts), tuple(lacking))

    def answers(self) -> bool:
        """Whether Slack is there, and takes the token; see `Answers`."""
        try:
            with within(ANSWERS_WITHIN_S):
                content = object_of(self._api.send(Request("POST", "/auth.test")))
        except ExchangeError:
            return False
        return content is not None and content.get("ok") is True

    def finds(self, slack_channel: str) -> int | NotAccepted | None:
        """How many read a channel that can be posted to; see `FindsChannels`."""
        found = self._find_channel(slack_channel.lstrip("#"))
        if isinstance(found, NotAccepted):
            return found
        if found is None:
            return _not_there(slack_channel)
        if found.get("is_archived"):
            return NotAccepted.of(Said.of(Code.CHANNEL_ARCHIVED, channel=slack_channel))
        asked = Request.read("/conversations.info", channel=found["id"], include_num_members="true")
        channel = (self._call(asked, 1).content or {}).get("channel")
        count = channel.get("num_members") if isinstance(channel, dict) else None
        return count if isinstance(count, int) and count >= 0 else None

    def channels(self, prefix: str) -> list[SlackChannel] | NotAccepted:
        """The channels that look like an incident's; see `ReadsChannels`."""
        found: list[SlackChannel] = []
        asked: dict[str, str | int] = {
            "types": "public_channel,private_channel", "limit": PAGE, "exclude_archived": "true",
        }  # fmt: skip
        for page in self._pages("/conversations.list", asked):
            if isinstance(page, NotAccepted):
                return page
            for one in page.get("channels") or ():
                own, name = one.get("id"), one.get("name")
                wanted = isinstance(own, str) and isinstance(name, str) and name.startswith(prefix)
                if wanted and not one.get("is_archived"):
                    topic = one.get("topic")
                    words = topic.get("value") if isinstance(topic, dict) else ""
                    found.append(SlackChannel(own, name, html.unescape(as_words(words or ""))))
        return found

    def posted(self, channel: str) -> list[SlackMessage] | NotAccepted:
        """What this program posted in a channel; see `ReadsChannels`."""
        found: list[SlackMessage] = []
        asked: dict[str, str | int] = {
            "channel": channel, "limit": PAGE, "include_all_metadata": "true",
        }  # fmt: skip
        for page in self._pages("/conversations.history", asked):
            if isinstance(page, NotAccepted):
                return page
            for one in page.get("messages") or ():
                ts = one.get("ts")
                if _marker(one) is None or not isinstance(ts, str) or not _TS.fullmatch(ts):
                    continue
                facts = {
                    str(key): str(value)
                    for key, value in one["metadata"]["event_payload"].items()
                    if isinstance(value, str)
                }
                at = datetime.fromtimestamp(float(ts), UTC)
                found.append(SlackMessage(ts, html.unescape(str(one.get("text") or "")), at, facts))
        return found[::-1]

    # --- posting -----------------------------------------------------------------------------------------------

    def _post(self, job: Job, payload: dict[str, Any]) -> Outcome:
        attempts = job.delivery.attempts
        channel = self._channel(job.delivery, payload)
        if isinstance(channel, NotAccepted):
            return channel
        left_s = self._pace_of(channel).wait()
        if left_s:
            return NotAccepted(told(Code.SLACK_ONE_A_SECOND), left_s)
        said = self._call(_message(channel, payload), attempts, job.on_wire)
        if said.content is None:
            return said.outcome or Doubt(told(Code.SLACK_NO_ANSWER))
        ts = said.content.get("ts")
        if not isinstance(ts, str) or said.content.get("channel") != channel:
            return Doubt(in_doubt(told(Code.ANSWER_OTHER_MESSAGE)))
        return self._there(job.delivery, channel, ts)

    def _there(self, delivery: Delivery, channel: str, ts: str) -> Sent:
        """The message is there: pinned where it is to be, with its link. Doing it twice changes nothing more."""
        notes = []
        if self._is_to_be_pinned(delivery):
            pinned = self._call(Request.write("POST", "/pins.add", {"channel": channel, "timestamp": ts}), 1)
            if pinned.content is None and pinned.error != "already_pinned":
                notes.append(told(Code.NOT_PINNED, reason=_trouble(pinned)))
        return Sent(ts, self._permalink(channel, ts), tuple(notes))

    def _permalink(self, channel: str, ts: str) -> str | None:
        said = self._call(Request.read("/chat.getPermalink", channel=channel, message_ts=ts), 1)
        link = None if said.content is None else said.content.get("permalink")
        return link if isinstance(link, str) and link.startswith(("https://", "http://")) else None

    def _in_history(self, delivery: Delivery, channel: str) -> Answer:
        since = (delivery.created_at - LOOK_BACK).timestamp()
        asked: dict[str, str | int] = {"channel": channel, "limit": PAGE, "include_all_metadata": "true"}
        for page in self._pages("/conversations.history", asked):
            if isinstance(page, NotAccepted):
                return CannotTell(page.error)
            oldest = ""
            for message in page.get("messages") or ():
                oldest = str(message.get("ts"))
                if _marker(message) == delivery.id and isinstance(message.get("ts"), str):
                    return self._there(delivery, channel, message["ts"])
            # The newest come first. The first page counts whatever the clocks say: this computer's may have been hours ahead when the message was made.
            if _seconds(oldest) < since:
                break
        return NotFound()

    # --- the incident's channel --------------------------------------------------------------------------------

    def _create(self, job: Job, payload: dict[str, Any]) -> Outcome:
        said = self._call(_creation(payload), job.delivery.attempts, job.on_wire)
        if said.error == "name_taken":
            return self._use_existing(payload, job.delivery.attempts)
        if said.content is None:
            return said.outcome or Doubt(told(Code.SLACK_NO_ANSWER))
        made = said.content.get("channel")
        if (
            not isinstance(made, dict)
            or not isinstance(made.get("id"), str)
            or made.get("name") != payload["name"]
        ):
            return Doubt(told(Code.ANSWER_OTHER_CHANNEL))
        return self._made(made["id"], payload)

    def _use_existing(self, payload: dict[str, Any], attempts: int) -> Outcome:
        found = self._find_channel(payload["name"], attempts)
        if isinstance(found, NotAccepted):
            return found
        if found is None:
            return NotAccepted(told(Code.CHANNEL_TAKEN, channel=payload["name"]))
        if found.get("is_archived"):
            return NotAccepted(told(Code.CHANNEL_TAKEN_ARCHIVED, channel=payload["name"]))
        if payload.get("private") and found.get("is_private") is not True:
            return NotAccepted.of(Said.of(Code.CHANNEL_TAKEN_PUBLIC, channel=payload["name"]))
        return self._made(found["id"], payload)

    def _made(self, channel: str, payload: dict[str, Any]) -> Sent:
        """The channel is there: topic, purpose and invitations, whose failures are notes. Doing it twice changes nothing more."""
        self._ids[payload["name"]] = channel
        notes = []
        for request in self._steps(channel, payload):
            said = self._call(request, 1)
            if said.content is None and said.error not in ("already_in_channel", "cant_invite_self"):
                notes.append(f"{_STEPS[request.path]}: {_trouble(said)}")
        return Sent(channel, f"https://slack.com/app_redirect?channel={channel}", tuple(notes))

    def _steps(self, channel: str, payload: dict[str, Any]) -> Iterator[Request]:
        for path, key in (("/conversations.setTopic", "topic"), ("/conversations.setPurpose", "purpose")):
            if payload.get(key):
                yield Request.write("POST", path, {"channel": channel, key: payload[key]})
        # Who is told of every incident need not know of a security incident.
        always = () if payload.get("private") else self._invite
        people = list(dict.fromkeys([*(payload.get("invite") or ()), *always]))
        for first in range(0, len(people), INVITE_AT_ONCE):
            users = ",".join(people[first : first + INVITE_AT_ONCE])
            yield Request.write(
                "POST", "/conversations.invite", {"channel": channel, "users": users, "force": True}
            )

    def _channel(self, delivery: Delivery, payload: dict[str, Any]) -> str | NotAccepted:
        """The id of the channel that a message goes to: a renamed channel keeps its id."""
        known = self._known_id(delivery, payload)
        if known is not None:
            return known
        name = str(payload["slack_channel"])
        found = self._find_channel(name.lstrip("#"), delivery.attempts)
        if isinstance(found, NotAccepted):
            return found
        if found is None:
            return _not_there(name)
        if payload.get("private") and found.get("is_private") is not True:
            return NotAccepted.of(Said.of(Code.CHANNEL_IS_PUBLIC, channel=name))
        if not found.get("is_member") and not found.get("is_archived"):
            # The app can only post where it is a member; where it may not join, the post itself says so.
            self._call(Request.write("POST", "/conversations.join", {"channel": found["id"]}), 1)
        self._ids[name.lstrip("#")] = str(found["id"])
        return str(found["id"])

    def _known_id(self, delivery: Delivery, payload: dict[str, Any]) -> str | None:
        name = str(payload["slack_channel"])
        if _ID.fullmatch(name) and not payload.get("private"):
            return name
        # The channel that was made for the incident is not where executives read.
        made = self._channel_of(delivery.incident_id, name) if delivery.channel is Channel.SLACK else None
        return made or (None if payload.get("private") else self._ids.get(name.lstrip("#")))

    def _find_channel(self, name: str, attempts: int = 1) -> dict[str, Any] | NotAccepted | None:
        asked: dict[str, str | int] = {"types": "public_channel,private_channel", "limit": PAGE}
        for page in self._pages("/conversations.list", asked, attempts):
            if isinstance(page, NotAccepted):
                return page
            for channel in page.get("channels") or ():
                if name in (channel.get("name"), channel.get("id")) and isinstance(channel.get("id"), str):
                    found: dict[str, Any] = channel
                    return found
        return None

    # --- speaking to Slack -------------------------------------------------------------------------------------

    def _pages(
        self, path: str, asked: dict[str, str | int], attempts: int = 1
    ) -> Iterator[dict[str, Any] | NotAccepted]:
        """Each page of a list; a NotAccepted ends it where Slack can't be asked."""
        cursor = ""
        for _ in range(MOST_PAGES):
            said = self._call(Request.read(path, **asked, **({"cursor": cursor} if cursor else {})), attempts)
            if said.content is None:
                yield of_question(said.outcome, attempts=attempts)
                return
            yield said.content
            more = said.content.get("response_metadata")
            cursor = str(more.get("next_cursor") or "") if isinstance(more, dict) else ""
            if not cursor:
                return
        yield NotAccepted(told(Code.SLACK_LIST_ENDLESS))

    def _call(self, request: Request, attempts: int, on_wire: Callable[[], None] = lambda: None) -> _Said:
        try:
            reply = self._api.send(request, on_wire)
        except ExchangeError as trouble:
            return _Said(None, outcome=of_failure(trouble, attempts=attempts))
        content = object_of(reply)
        error = None if content is None else content.get("error")
        words = as_words(error) if isinstance(error, str) else ""
        outcome = not_taken(reply, words, attempts=attempts)
        if outcome is not None:
            return _Said(None, words or None, outcome)
        if content is None or not isinstance(content.get("ok"), bool):
            return _Said(None, outcome=Doubt.of(Said.of(Code.NOT_SLACKS)))
        if content["ok"]:
            return _Said(content)
        return _Said(None, words, refusal(words, content, attempts))

    def _pace_of(self, channel: str) -> Pace:
        with self._making:
            return self._paces.setdefault(channel, Pace(self._clock, every_s=MESSAGE_EVERY_S))


_STEPS = {
    "/conversations.setTopic": "The channel's topic could not be set",
    "/conversations.setPurpose": "The channel's purpose could not be set",
    "/conversations.invite": "Not everybody could be invited",
}


def _trouble(said: _Said) -> str:
    error = told(Code.GAVE_NO_ANSWER) if said.outcome is None else said.outcome.error
    return out_of_doubt(error)


def _not_there(name: str) -> NotAccepted:
    return NotAccepted.of(Said.of(Code.NO_CHANNEL, channel=name))


def _creation(payload: dict[str, Any]) -> Request:
    private = payload.get("private") is True
    return Request.write("POST", "/conversations.create", {"name": payload["name"], "is_private": private})


def _message(channel: str, payload: dict[str, Any]) -> Request:
    body = {key: value for key, value in payload.items() if key not in ("slack_channel", "private")}
    return Request.write("POST", "/chat.postMessage", {**body, "channel": channel})


def _seconds(ts: str) -> float:
    try:
        return float(ts)
    except ValueError:
        return 0.0


def _marker(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata")
    if not isinstance(metadata, dict) or metadata.get("event_type") != EVENT_TYPE:
        return None
    payload = metadata.get("event_payload")
    return payload.get("delivery_id") if isinstance(payload, dict) else None
