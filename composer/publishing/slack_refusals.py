"""The errors by which Slack says that nothing was accepted, and what a person can do about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from composer.domain.sayings import Code, Said, together, told
from composer.publishing.answers import as_words, backoff_s
from composer.publishing.port import Doubt, NotAccepted

_LATER = frozenset({"ratelimited", "rate_limited"})
_REFUSED = {
    "account_inactive": told(Code.NEW_TOKEN_INACTIVE),
    "invalid_auth": told(Code.ENTER_TOKEN_AGAIN),
    "not_authed": told(Code.ENTER_TOKEN_AGAIN),
    "token_revoked": told(Code.TOKEN_REVOKED),
    "token_expired": told(Code.TOKEN_EXPIRED),
    "no_permission": told(Code.INSTALL_WITH_SCOPES),
    "missing_scope": told(Code.ADD_SCOPE),
    "ekm_access_denied": told(Code.ASK_ADMINISTRATOR),
    "enterprise_is_restricted": told(Code.ASK_ADMINISTRATOR),
    "access_denied": told(Code.ASK_ADMINISTRATOR),
    "accesslimited": told(Code.ASK_ADMINISTRATOR),
    "team_added_to_org": told(Code.INSTALL_AGAIN),
    "org_login_required": told(Code.INSTALL_AGAIN),
    "not_in_channel": told(Code.INVITE_APP),
    "channel_not_found": told(Code.CHANNEL_GONE),
    "is_archived": told(Code.CHANNEL_IN_ARCHIVE),
    "restricted_action": told(Code.MAY_NOT_POST),
    "restricted_action_read_only_channel": told(Code.CHANNEL_READ_ONLY),
    "restricted_action_thread_only_channel": told(Code.CHANNEL_THREADS_ONLY),
    "restricted_action_non_threadable_channel": told(Code.CHANNEL_NO_THREADS),
    "restricted_action_thread_locked": told(Code.THREAD_LOCKED),
    "cannot_create_channel": told(Code.MAY_NOT_MAKE_CHANNELS),
    "name_taken": "",
    "invalid_name": told(Code.CHANNEL_NAME_REFUSED),
    "invalid_name_maxlength": told(Code.CHANNEL_NAME_TOO_LONG),
    "invalid_name_punctuation": told(Code.CHANNEL_NAME_PUNCTUATION),
    "invalid_name_required": told(Code.CHANNEL_NAME_EMPTY),
    "invalid_name_specials": told(Code.CHANNEL_NAME_SIGNS),
    "no_channel": told(Code.CHANNEL_NAME_EMPTY),
    "no_text": told(Code.MESSAGE_IS_EMPTY),
    "msg_too_long": told(Code.SHORTEN_MESSAGE),
    "msg_blocks_too_long": told(Code.SHORTEN_MESSAGE),
    "invalid_blocks": "",
    "invalid_blocks_format": "",
    "metadata_too_large": "",
    "metadata_must_be_sent_from_app": told(Code.USE_APP_TOKEN),
    "markdown_text_conflict": "",
    "too_many_attachments": "",
    "attachment_payload_limit_exceeded": "",
    "invalid_attachments": "",
    "invalid_metadata_format": "",
    "invalid_metadata_schema": "",
    "block_mismatch": "",
    "missing_argument": "",
    "as_user_not_supported": "",
    "app_access_restricted": told(Code.ASK_ADMINISTRATOR),
    "posting_to_channel_denied": told(Code.MAY_NOT_POST),
    "team_not_found": told(Code.INSTALL_AGAIN),
    "message_limit_exceeded": told(Code.MESSAGE_LIMIT),
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
    "unknown_method": told(Code.CHECK_ADDRESS),
    "two_factor_setup_required": told(Code.ASK_ADMINISTRATOR),
    "too_long": told(Code.TEXT_TOO_LONG),
    "user_not_found": "",
    "users_not_found": "",
    "message_not_found": told(Code.MESSAGE_GONE),
    "cant_update_message": told(Code.OTHER_APPS_MESSAGE),
    "edit_window_closed": told(Code.EDIT_WINDOW_CLOSED),
    "is_inactive": told(Code.CHANNEL_FROZEN),
    "method_not_supported_for_channel_type": told(Code.INVITE_APP),
}
"""The errors by which Slack says that nothing was accepted, and what to do. Every other one, known or new, is doubt."""


def refusal(error: str, content: dict[str, Any], attempts: int) -> NotAccepted | Doubt:
    """What an answer that is not ok means: proven not accepted, later or never; or doubt. `content` is the whole answer."""
    if error in _LATER:
        return NotAccepted.of(Said.of(Code.SLACK_PAUSE), backoff_s(attempts))
    if error not in _REFUSED:
        return Doubt.of(Said.of(Code.SLACK_FAILED, error=error))
    parts: list[str] = [told(Code.SLACK_REFUSED, error=error)]
    if error == "missing_scope" and content.get("needed"):
        parts.append(told(Code.SLACK_LACKS, scope=as_words(content["needed"])))
    whom = [
        f"{as_words(one.get('user'))} ({as_words(one.get('error'))})"
        for one in content.get("errors") or ()
        if isinstance(one, dict) and not one.get("ok")
    ]
    if whom:
        parts.append(told(Code.SLACK_CONCERNS, people=", ".join(whom)))
    more = content.get("response_metadata")
    details = more.get("messages") if isinstance(more, dict) else None
    parts += [f"{as_words(one)}." for one in details or () if isinstance(one, str)]
    text = together(*parts, _REFUSED[error])
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
