"""What the core says of connections, worded in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from composer.connections.accounts import SlackAccount, SmtpAccount, StatuspageAccount
from composer.domain.errors import Place, Problem, UserFacingError
from composer.domain.sayings import Code, Said, Value
from ui.language import number


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def words(said: Said) -> str:
    """What is said, with its next step; in English where the window has no words for it."""
    step = next_step(said)
    return f"{message(said)} {step}" if step else message(said)


def message(said: Said) -> str:
    """What happened, without the next step."""
    sentence = _sentences().get(said.code)
    return said.message if sentence is None else sentence.format(**_shown(said))


def next_step(said: Said) -> str | None:
    """What to do about it, where that is told apart."""
    step = _next_steps().get(said.code)
    return said.next_step if step is None else step.format(**_shown(said))


def trouble(error: UserFacingError) -> str:
    """An expected failure with its next step."""
    return str(error) if error.said is None else words(error.said)


def message_of(error: UserFacingError) -> str:
    """What happened, without the next step."""
    return error.message if error.said is None else message(error.said)


def step_of(error: UserFacingError) -> str:
    """What to do about it; empty where that is not told."""
    return (error.next_step if error.said is None else next_step(error.said)) or ""


def problem(found: Problem) -> str:
    """One thing wrong in a file, after its place."""
    place, text = place_words(found.place), found.text if found.said is None else words(found.said)
    return f"{place}: {text}" if place else text


def place_words(place: Place) -> str:
    """Where in a file; `customers.csv line 2`."""
    if place.file is None or place.line is None or place.key is not None:
        return str(place)
    return tr("{file} line {line}").format(file=place.file, line=place.line)


def _shown(said: Said) -> dict[str, str]:
    return {name: _value(name, value) for name, value in said.values}


def _value(name: str, value: Value) -> str:
    if isinstance(value, int):
        return number(value)
    return _credentials().get(value, value) if name == "what" else value


def _credentials() -> dict[str | None, str]:
    return {
        SlackAccount.asks_for: tr("token"),
        StatuspageAccount.asks_for: tr("API key"),
        SmtpAccount.asks_for: tr("password"),
    }


def _sentences() -> dict[Code, str]:
    return {
        Code.NO_KEYRING: tr("This computer has no keyring (Secret Service) that is running."),
        Code.NO_CREDENTIAL: tr("There is no {what} for {account} at {host}."),
        Code.KEYRING_FAILED: tr("The keyring of this system can't be used ({error}): it may be locked."),
        Code.KEYRING_SILENT: tr("The keyring of this system did not answer within {seconds} s."),
        Code.NOTHING_GIVEN: tr("No {what} was given for {account}."),
        Code.TOO_LONG: tr("The {what} for {account} has more than {count} characters."),
        Code.NO_PASSWORD: tr("The {what} for {account} has control characters in it, so it can't be right."),
        Code.NO_TOKEN: tr(
            "The {what} for {account} has spaces, control characters and letters outside ASCII in it, so it can't be right."
        ),
        Code.OTHER_WEBHOOK: tr("The webhook address for {account} must begin with https://{host}/."),
        Code.WORKSPACE: tr("Workspace {name} ({url})."),
        Code.SCOPES: tr("Scopes: {scopes}."),
        Code.SCOPES_UNKNOWN: tr("Slack does not say which scopes the token has."),
        Code.LACKS_CHAT_WRITE: tr(
            "The token lacks {scope}: it can't post. Add it to the app, and install it again."
        ),
        Code.LACKS_CHANNELS_MANAGE: tr(
            "The token lacks {scope}: it can't make an incident's channel, set its topic or invite people. Add it to the app, and install it again."
        ),
        Code.LACKS_CHANNELS_READ: tr(
            "The token lacks {scope}: it can't find a channel by its name. Add it to the app, and install it again."
        ),
        Code.LACKS_CHANNELS_JOIN: tr(
            "The token lacks {scope}: it can't join a channel that somebody else made. Add it to the app, and install it again."
        ),
        Code.LACKS_CHANNELS_HISTORY: tr(
            "The token lacks {scope}: it can't find out whether a message arrived whose answer was lost. Add it to the app, and install it again."
        ),
        Code.LACKS_PINS_WRITE: tr(
            "The token lacks {scope}: it can't pin the declaration. Add it to the app, and install it again."
        ),
        Code.WEBHOOK_ALONE: tr(
            "A webhook can only post to its one channel: no channel is made, nothing is pinned, corrected or looked up."
        ),
        Code.NO_CHANNEL: tr(
            "There is no Slack channel {channel}, or the app can't see it. Invite the app to it."
        ),
        Code.CHANNEL_ARCHIVED: tr("The Slack channel {channel} is archived. Name another one."),
        Code.NO_WORKSPACE: tr(
            "There is no Slack workspace to post to {channel}; a webhook posts to its own channel alone. Connect Slack by its token."
        ),
        Code.IN_CHANNEL_OF: tr("Slack {channel}, by {account}: {count} members."),
        Code.CHANNEL_MEMBERS: tr("{channel}: {count} members."),
        Code.IN_CHANNEL: tr("Slack {channel}, by {account}."),
        Code.SLACK_TOKEN_WRONG: tr("Slack refused it ({error}). Enter the token again under Connections."),
        Code.SLACK_TOKEN_REVOKED: tr(
            "Slack refused it ({error}). The token was revoked. Enter a new one under Connections."
        ),
        Code.SLACK_TOKEN_EXPIRED: tr(
            "Slack refused it ({error}). The token has expired. Enter a new one under Connections."
        ),
        Code.SLACK_ACCOUNT_INACTIVE: tr(
            "Slack refused it ({error}). The token's account is no longer active. Enter a new token under Connections."
        ),
        Code.SLACK_ADMINISTRATOR: tr("Slack refused it ({error}). Ask an administrator of the workspace."),
        Code.SLACK_INSTALL: tr("Slack refused it ({error}). Install the app again."),
        Code.SLACK_SCOPE_MISSING: tr(
            "Slack refused it ({error}). The token lacks {scope}. Add the scope to the app, and install it again."
        ),
        Code.SLACK_FAILED: tr("Slack failed ({error})."),
        Code.SLACK_PAUSE: tr("Slack asks for a pause."),
        Code.NOT_SLACKS: tr(
            "The answer is not Slack's: something on the way may have given it. Consider a new token."
        ),
        Code.PAGE: tr("Page {name}."),
        Code.COMPONENTS: tr("{components} components in {groups} groups."),
        Code.SUBSCRIBERS: tr("{count} subscribers."),
        Code.NO_COMPONENT: tr(
            "The page has no component “{name}”. Add it there, or give it the page's name in the plan."
        ),
        Code.NOT_STATUSPAGES: tr(
            "The answer is not Statuspage's: something on the way may have given it. Consider a new API key."
        ),
        Code.PAGE_RUNS_ELSE: tr("On the status page runs already: {incident}. Nothing was sent."),
        Code.PAGE_HAS_TOO_MANY: tr(
            "The page has more than {count} incidents, so ours can't be looked for among them. Look at the page."
        ),
        Code.PAGE_FOLDER: tr("The page is written to {folder}."),
        Code.WRITTEN_AS: tr("Everything is written as {sender}."),
        Code.NO_USER: tr(
            "{sender} is no user of the account, and PagerDuty takes nothing from others. Set from to a user's address."
        ),
        Code.NOT_PAGERDUTYS: tr(
            "The answer is not PagerDuty's: something on the way may have given it. Consider a new API key."
        ),
        Code.PERMISSIONS: tr("The key has {permissions} permissions."),
        Code.LACKS_MAIL_SEND: tr("The key lacks mail.send: it can't send. Make a key that may."),
        Code.SENDGRID_WOULD_SEND: tr(
            "SendGrid would take a mail from {sender}: asked in its sandbox, so nothing left."
        ),
        Code.SENDGRID_DID_SEND: tr(
            "SendGrid takes mail from {sender}. It has no sandbox there: the test mail went to {sender}."
        ),
        Code.SENDER_REFUSED: tr(
            "SendGrid would not take a mail from {sender} ({status}){told}. Verify that sender at SendGrid, or set another one (from) under Connections."
        ),
        Code.NOT_SENDGRIDS: tr(
            "The answer is not SendGrid's: something on the way may have given it. Consider a new API key."
        ),
        Code.MAIL_PLAIN: tr("{host} takes mail without encryption."),
        Code.MAIL_TLS: tr("{host} takes mail encrypted."),
        Code.MAIL_STARTTLS: tr("{host} takes mail encrypted (STARTTLS)."),
        Code.MAIL_PLAIN_AS: tr("{host} takes mail without encryption, as {user}."),
        Code.MAIL_TLS_AS: tr("{host} takes mail encrypted, as {user}."),
        Code.MAIL_STARTTLS_AS: tr("{host} takes mail encrypted (STARTTLS), as {user}."),
        Code.MAIL_LOGIN_REFUSED: tr(
            "The mail server said {status} {words}. Enter the user name and password again under Connections."
        ),
        Code.MAIL_NO_LOGIN: tr("{host} takes no user name; take it out under Connections."),
        Code.MAIL_IDENTITY: tr(
            "The identity of {host} can't be proved, so nothing was sent: {reason}. Check the host, or name its authority's file (ca_file)."
        ),
        Code.MAIL_NO_STARTTLS: tr(
            "{host} does not offer STARTTLS, so nothing was sent to it, no password either."
        ),
        Code.MAIL_STARTTLS_REFUSED: tr(
            "{host} refused to encrypt ({status} {words}), so nothing was sent to it, no password either."
        ),
        Code.MAIL_NO_TLS: tr(
            "{host} and this computer could not agree on encryption, so nothing was sent: {reason}."
        ),
        Code.MAIL_AUTHORITY_FILE: tr("The file {file} with the authority can't be read."),
        Code.MAIL_UNREACHABLE: tr("{host} can't be reached: {reason}."),
        Code.NO_CARRIER: tr("There is no connection {account} to carry the mail. Add it."),
        Code.READERS: tr("{count} readers, by {account}."),
        Code.THROUGH_PROXY: tr("What goes to other computers goes through {host}."),
        Code.PROXY_REFUSED: tr("The proxy {proxy} does not connect to {host}: {reason}."),
        Code.PROXY_WANTS_PASSWORD: tr("The proxy {proxy} does not connect to {host}: {reason}."),
        Code.CHECK_TOO_SLOW: tr("{account} did not answer within {seconds} s."),
        Code.IDENTITY: tr("The identity of {host} can't be proved, so nothing was sent: {reason}."),
        Code.NO_ANSWER_AT: tr("{host} did not answer."),
        Code.UNREACHABLE: tr("{host} can't be reached: {reason}."),
        Code.TOO_SLOW: tr("{host} took too long to answer."),
        Code.UNUSABLE: tr("{host} gave no usable answer: {reason}."),
        Code.NO_ANSWER_BY_PROXY: tr("{host}, through the proxy {proxy}, did not answer."),
        Code.UNREACHABLE_BY_PROXY: tr("{host}, through the proxy {proxy}, can't be reached: {reason}."),
        Code.TOO_SLOW_BY_PROXY: tr("{host}, through the proxy {proxy}, took too long to answer."),
        Code.UNUSABLE_BY_PROXY: tr("{host}, through the proxy {proxy}, gave no usable answer: {reason}."),
        Code.PAUSE_ASKED: tr("The service asked for a pause."),
        Code.NO_ANSWER: tr("The service gave no answer."),
        Code.POINTS_ELSEWHERE: tr(
            "The service points to another address ({status}), which is never followed. Check its address under Connections."
        ),
        Code.PAUSE: tr("The service asks for a pause ({status}){told}."),
        Code.REFUSED: tr("The service refused it ({status}){told}."),
        Code.REFUSED_TOKEN: tr(
            "The service refused it ({status}){told}. Enter its token again under Connections, or a new one: it may have been revoked."
        ),
        Code.REFUSED_RIGHTS: tr(
            "The service refused it ({status}){told}. Check what its token may do, under Connections."
        ),
        Code.FAILED: tr("The service failed ({status}){told}."),
        Code.NO_COLUMNS: tr("expected a first line that names the columns email and name"),
        Code.NO_CSV: tr("is not CSV: {reason}"),
        Code.NO_CUSTOMER: tr("holds no customer"),
        Code.OTHER_CELLS: tr("has {cells} cells where the first line has {columns}"),
        Code.NO_ADDRESS: tr("email: it is not a mail address that can be written to"),
        Code.LIKE_A_FORMULA: tr("name: it begins like a formula of a spreadsheet"),
        Code.NO_NAME: tr("name: it is longer than 200 characters, or holds control characters"),
        Code.NO_FILE: tr("can't be read: no such file or directory"),
        Code.MAY_NOT_BE_READ: tr("can't be read: permission denied"),
        Code.CANT_BE_READ: tr("can't be read: {reason}"),
        Code.TOO_LARGE: tr("is larger than 32 MiB"),
        Code.NOT_UTF8: tr("holds a byte that is not UTF-8; save the file as UTF-8"),
    }


def _next_steps() -> dict[Code, str]:
    return {
        Code.NO_KEYRING: tr(
            "Start one, such as gnome-keyring or KeePassXC, or enter the credential in the window, for this run only."
        ),
        Code.NO_CREDENTIAL: tr(
            "Enter it under Connections, or with: incident-composer connections add {account}"
        ),
        Code.KEYRING_FAILED: tr("Unlock it and try again."),
        Code.KEYRING_SILENT: tr("Unlock it and try again."),
        Code.NOTHING_GIVEN: tr("Enter it in the form."),
        Code.OTHER_WEBHOOK: tr("Copy it whole from the settings of the Slack app."),
        Code.PAGE_RUNS_ELSE: tr("Adopt it; or send ours again, if that is another incident."),
        Code.MAIL_NO_STARTTLS: tr(
            "Ask the server's administrator for a port with encryption, and set port and security under Connections."
        ),
        Code.MAIL_STARTTLS_REFUSED: tr(
            "Ask the server's administrator; port 465 with security tls may be open."
        ),
        Code.MAIL_NO_TLS: tr(
            "Check port and security under Connections: starttls is usual at port 587, tls at 465. A server that speaks no TLS 1.2 has to be brought up to date."
        ),
        Code.CHECK_TOO_SLOW: tr(
            "Check it again; if it stays so, look at the service's own status page, and at its address and the proxy under Connections."
        ),
        Code.PROXY_WANTS_PASSWORD: tr("Set its name and password under Connections (proxy)."),
        Code.IDENTITY: tr(
            "Check the address and the clock of this computer; a proxy that opens encryption needs its certificate in the system's store."
        ),
    }
