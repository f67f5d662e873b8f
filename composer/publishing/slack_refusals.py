"""The errors by which Slack says that nothing was accepted, and what a person can do about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from composer.domain.sayings import Code, Said
from composer.publishing.answers import as_words, backoff_s
from composer.publishing.port import Doubt, NotAccepted

_LATER = frozenset({"ratelimited", "rate_limited"})
_REFUSED = {
    "account_inactive": "The token's account is no longer active. Enter a new token under Connections.",
    "invalid_auth": "Enter the token again under Connections.",
    "not_authed": "Enter the token again under Connections.",
    "token_revoked": "The token was revoked. Enter a new one under Connections.",
    "token_expired": "The token has expired. Enter a new one under Connections.",
    "no_permission": "The app may not do this. Install it again with all of its scopes.",
    "missing_scope": "Add the scope to the app, and install it again.",
    "ekm_access_denied": "Ask an administrator of the workspace.",
    "enterprise_is_restricted": "Ask an administrator of the workspace.",
    "access_denied": "Ask an administrator of the workspace.",
    "accesslimited": "Ask an administrator of the workspace.",
    "team_added_to_org": "Install the app again.",
    "org_login_required": "Install the app again.",
    "not_in_channel": "Invite the app to the channel.",
    "channel_not_found": "The channel is gone, or the app can't see it. Invite the app to it.",
    "is_archived": "The channel is archived. Take it out of the archive, or use another one.",
    "restricted_action": "The workspace does not let the app post there.",
    "restricted_action_read_only_channel": "The channel is read-only for the app.",
    "restricted_action_thread_only_channel": "The channel takes threads only.",
    "restricted_action_non_threadable_channel": "The channel takes no threads.",
    "restricted_action_thread_locked": "The thread is locked.",
    "cannot_create_channel": "The workspace does not let the app make channels. Name an existing one.",
    "name_taken": "",
    "invalid_name": "Slack does not take this channel's name.",
    "invalid_name_maxlength": "The channel's name is too long.",
    "invalid_name_punctuation": "The channel's name has punctuation in it.",
    "invalid_name_required": "The channel's name is empty.",
    "invalid_name_specials": "The channel's name has signs in it that Slack does not take.",
    "no_channel": "The channel's name is empty.",
    "no_text": "The message is empty.",
    "msg_too_long": "Shorten the message.",
    "msg_blocks_too_long": "Shorten the message.",
    "invalid_blocks": "",
    "invalid_blocks_format": "",
    "metadata_too_large": "",
    "metadata_must_be_sent_from_app": "Use the token of an app.",
    "markdown_text_conflict": "",
    "too_many_attachments": "",
    "attachment_payload_limit_exceeded": "",
    "invalid_attachments": "",
    "invalid_metadata_format": "",
    "invalid_metadata_schema": "",
    "block_mismatch": "",
    "missing_argument": "",
    "as_user_not_supported": "",
    "app_access_restricted": "Ask an administrator of the workspace.",
    "posting_to_channel_denied": "The workspace does not let the app post there.",
    "team_not_found": "Install the app again.",
    "message_limit_exceeded": "The workspace's limit of messages is reached. Ask an administrator.",
    "messages_tab_disabled": "",
    "invalid_arguments": "",
    "invalid_arg_name": "",
    "invalid_array_arg": "",
    "invalid_charset": "",
    "invalid_form_data": "",
    "invalid_post_type": "",
    "missing_post_type": "",
    "invalid_json": "",
    "json_not_object": "",
    "method_deprecated": "",
    "deprecated_endpoint": "",
    "unknown_method": "Check the address under Connections.",
    "two_factor_setup_required": "Ask an administrator of the workspace.",
    "too_long": "The text is too long.",
    "user_not_found": "",
    "users_not_found": "",
    "message_not_found": "The message is gone.",
    "cant_update_message": "Only the app that posted a message can change it.",
    "edit_window_closed": "The workspace does not let messages of that age be changed.",
    "is_inactive": "The channel is frozen.",
    "method_not_supported_for_channel_type": "Invite the app to the channel.",
}
"""The errors by which Slack says that nothing was accepted, and what to do. Every other one, known or new, is doubt."""


def refusal(error: str, content: dict[str, Any], attempts: int) -> NotAccepted | Doubt:
    """What an answer that is not ok means: proven not accepted, later or never; or doubt. `content` is the whole answer."""
    if error in _LATER:
        return NotAccepted.of(Said.of(Code.SLACK_PAUSE), backoff_s(attempts))
    if error not in _REFUSED:
        return Doubt.of(Said.of(Code.SLACK_FAILED, error=error))
    told = [f"Slack refused it ({error})."]
    if error == "missing_scope" and content.get("needed"):
        told.append(f"The token lacks {as_words(content['needed'])}.")
    whom = [
        f"{as_words(one.get('user'))} ({as_words(one.get('error'))})"
        for one in content.get("errors") or ()
        if isinstance(one, dict) and not one.get("ok")
    ]
    if whom:
        told.append(f"It concerns {', '.join(whom)}.")
    more = content.get("response_metadata")
    details = more.get("messages") if isinstance(more, dict) else None
    told += [f"{as_words(one)}." for one in details or () if isinstance(one, str)]
    text = " ".join([*told, _REFUSED[error]]).strip()
    return NotAccepted(text, said=next((one for one in _coded(error, content) if str(one) == text), None))


def _coded(error: str, content: dict[str, Any]) -> Iterator[Said]:
    """The refusals that a check of the token may get, as codes; what Slack adds in its own words has none."""
    if error == "missing_scope":
        yield Said.of(Code.SLACK_SCOPE_MISSING, error=error, scope=as_words(content.get("needed")))
    elif error in _REFUSED:
        for code in _CODES:
            yield Said.of(code, error=error)


_CODES = (
    Code.SLACK_TOKEN_WRONG,
    Code.SLACK_TOKEN_REVOKED,
    Code.SLACK_TOKEN_EXPIRED,
    Code.SLACK_ACCOUNT_INACTIVE,
    Code.SLACK_ADMINISTRATOR,
    Code.SLACK_INSTALL,
)
