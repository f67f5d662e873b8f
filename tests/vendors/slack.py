"""A Slack workspace with a memory: its documented methods, limits, scopes and errors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.vendors.server import Answer, Ledger, Seen, Vendor

TOKEN = "xoxb-canary-slack-000111222333"
SCOPES = {
    "channels:manage", "channels:read", "groups:read", "channels:join", "channels:history", "groups:history",
    "groups:write", "chat:write", "pins:write", "users:read.email",
}  # fmt: skip
NEEDS = {
    "auth.test": None,
    "conversations.create": "channels:manage",
    "conversations.list": "channels:read",
    "conversations.info": "channels:read",
    "conversations.join": "channels:join",
    "conversations.setTopic": "channels:manage",
    "conversations.setPurpose": "channels:manage",
    "conversations.invite": "channels:manage",
    "conversations.history": "channels:history",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.getPermalink": None,
    "pins.add": "pins:write",
}
GET_ONLY = {"conversations.list", "conversations.info", "chat.getPermalink"}


@dataclass
class Channel:
    """A channel of the workspace."""

    id: str
    name: str
    archived: bool = False
    private: bool = False
    member: bool = True
    topic: str = ""
    purpose: str = ""
    members: set[str] = field(default_factory=set)
    pins: set[str] = field(default_factory=set)
    messages: list[dict[str, Any]] = field(default_factory=list)


class Refusal(Exception):
    """An error of Slack's, by its name."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.content = {"ok": False, "error": error, **more}


class Slack(Vendor):
    """The fake workspace. `users` are the ids that can be invited."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        super().__init__(ledger)
        self.scopes = set(SCOPES)
        self.users = {"U024BE7LH", "U024BE7LJ", "U024BE7LK"}
        self.channels: dict[str, Channel] = {}
        self.page_size = 1000
        self._last = 0

    def channel(self, name: str, **more: Any) -> Channel:
        """Make a channel by another's hand."""
        made = Channel(f"C{len(self.channels) + 1:08d}", name, **more)
        self.channels[made.id] = made
        return made

    def handle(self, request: Seen) -> Answer:
        method = request.path.rpartition("/")[2]
        if method not in NEEDS:
            return Answer(200, {"ok": False, "error": "unknown_method"})
        token = request.headers.get("authorization", "")
        if token != f"Bearer {TOKEN}":
            return Answer(200, {"ok": False, "error": "not_authed" if not token else "invalid_auth"})
        need = NEEDS[method]
        if need is not None and need not in self.scopes:
            provided = ",".join(sorted(self.scopes))
            return Answer(200, {"ok": False, "error": "missing_scope", "needed": need, "provided": provided})
        arguments: dict[str, Any] = dict(request.query)
        if request.method == "POST":
            if "json" in request.headers.get("content-type", "") and method in GET_ONLY:
                arguments = {}
            else:
                arguments |= request.json or {}
        try:
            content = getattr(self, "_" + method.replace(".", "_"))(arguments)
        except Refusal as refusal:
            return Answer(200, refusal.content)
        return Answer(200, {"ok": True, **content}, {"x-oauth-scopes": ",".join(sorted(self.scopes))})

    def _auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {
            "url": "https://acme.slack.com/",
            "team": "Acme",
            "team_id": "T1",
            "user_id": "U0BOT",
            "bot_id": "B1",
        }

    def _conversations_create(self, asked: dict[str, Any]) -> dict[str, Any]:
        name = asked.get("name") or ""
        if not name:
            raise Refusal("invalid_name_required")
        if len(name) > 80:
            raise Refusal("invalid_name_maxlength")
        if not re.fullmatch(r"[a-z0-9_-]+", name):
            raise Refusal("invalid_name_specials")
        if any(one.name == name for one in self.channels.values()):
            raise Refusal("name_taken")
        if asked.get("is_private") and "groups:write" not in self.scopes:
            raise Refusal("missing_scope", needed="groups:write", provided=",".join(sorted(self.scopes)))
        made = self.channel(name, private=bool(asked.get("is_private")))
        self.ledger.accept("channel", id=made.id, name=name)
        return {"channel": {"id": made.id, "name": name}}

    def _conversations_list(self, asked: dict[str, Any]) -> dict[str, Any]:
        first = int(asked.get("cursor") or 0)
        size = min(int(asked.get("limit", 100)), self.page_size)
        every = list(self.channels.values())
        shown = [
            {
                "id": one.id,
                "name": one.name,
                "is_member": one.member,
                "is_archived": one.archived,
                "is_private": one.private,
                "topic": {"value": one.topic},
            }
            for one in every[first : first + size]
        ]
        more = str(first + size) if first + size < len(every) else ""
        return {"channels": shown, "response_metadata": {"next_cursor": more}}

    def _conversations_info(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._known(asked)
        shown: dict[str, Any] = {"id": one.id, "name": one.name, "is_archived": one.archived}
        if str(asked.get("include_num_members")).lower() == "true":
            shown["num_members"] = len(one.members) + one.member
        return {"channel": shown}

    def _conversations_join(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._known(asked)
        one.member = True
        return {"channel": {"id": one.id}}

    def _conversations_setTopic(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        if len(asked.get("topic", "")) > 250:
            raise Refusal("too_long")
        one.topic = asked["topic"]
        return {}

    def _conversations_setPurpose(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        if len(asked.get("purpose", "")) > 250:
            raise Refusal("too_long")
        one.purpose = asked["purpose"]
        return {}

    def _conversations_invite(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        users = asked["users"].split(",")
        assert len(users) <= 100
        wrong = [user for user in users if user not in self.users]
        if not wrong or asked.get("force"):
            one.members |= set(users) - set(wrong)
        if wrong:
            raise Refusal(
                "user_not_found",
                errors=[{"user": user, "ok": False, "error": "user_not_found"} for user in wrong],
            )
        return {"channel": {"id": one.id}}

    def _chat_postMessage(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        _check_message(asked)
        self._last = max(self._last + 1, int(self.now().timestamp() * 1_000_000))
        ts = f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"
        message: dict[str, Any] = {
            "ts": ts,
            **{key: asked[key] for key in ("text", "blocks", "metadata") if key in asked},
        }
        one.messages.append(message)
        marker = asked.get("metadata", {}).get("event_payload", {}).get("delivery_id")
        self.ledger.accept("message", channel=one.id, ts=ts, text=asked.get("text"), delivery_id=marker)
        return {"channel": one.id, "ts": ts, "message": {"text": asked.get("text")}}

    def _chat_update(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        _check_message(asked)
        if len(asked.get("text", "")) > 4000:
            raise Refusal("msg_too_long")
        message = self._message(one, asked.get("ts"))
        message |= {key: asked[key] for key in ("text", "blocks", "metadata") if key in asked}
        self.ledger.accept("update", channel=one.id, ts=asked["ts"], text=asked.get("text"))
        return {"channel": one.id, "ts": asked["ts"], "text": asked.get("text")}

    def _chat_getPermalink(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._known(asked)
        self._message(one, asked.get("message_ts"))
        number = asked["message_ts"].replace(".", "")
        return {"channel": one.id, "permalink": f"https://acme.slack.com/archives/{one.id}/p{number}"}

    def _pins_add(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._writable(asked)
        self._message(one, asked.get("timestamp"))
        if asked["timestamp"] in one.pins:
            raise Refusal("already_pinned")
        one.pins.add(asked["timestamp"])
        return {}

    def _conversations_history(self, asked: dict[str, Any]) -> dict[str, Any]:
        one = self._known(asked)
        if not one.member:
            raise Refusal("not_in_channel")
        oldest, size = float(asked.get("oldest", 0)), min(int(asked.get("limit", 100)), self.page_size)
        newest_first = [each for each in reversed(one.messages) if float(each["ts"]) > oldest]
        first = int(asked.get("cursor") or 0)
        with_metadata = str(asked.get("include_all_metadata")).lower() == "true"
        shown = [
            each if with_metadata else {key: value for key, value in each.items() if key != "metadata"}
            for each in newest_first[first : first + size]
        ]
        more = str(first + size) if first + size < len(newest_first) else ""
        return {"messages": shown, "has_more": bool(more), "response_metadata": {"next_cursor": more}}

    def _known(self, asked: dict[str, Any]) -> Channel:
        one = self.channels.get(str(asked.get("channel")))
        if one is None:
            raise Refusal("channel_not_found")
        return one

    def _writable(self, asked: dict[str, Any]) -> Channel:
        one = self._known(asked)
        if one.archived:
            raise Refusal("is_archived")
        if not one.member:
            raise Refusal("not_in_channel")
        return one

    @staticmethod
    def _message(one: Channel, ts: Any) -> dict[str, Any]:
        found = next((each for each in one.messages if each["ts"] == ts), None)
        if found is None:
            raise Refusal("message_not_found")
        return found


def _check_message(asked: dict[str, Any]) -> None:
    blocks = asked.get("blocks") or []
    if not asked.get("text") and not blocks:
        raise Refusal("no_text")
    if len(blocks) > 50 or any("type" not in block for block in blocks):
        raise Refusal("invalid_blocks")
    for block in blocks:
        if block["type"] == "header" and len(block["text"]["text"]) > 150:
            raise Refusal("invalid_blocks")
    if len(str(asked.get("metadata", ""))) > 8_000:
        raise Refusal("metadata_too_large")
