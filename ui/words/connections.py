"""The window's words for connections, credentials and what a service answers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.NO_KEYRING: QT_TRANSLATE_NOOP("", "This computer has no keyring (Secret Service) that is running."),
    Code.NO_CREDENTIAL: QT_TRANSLATE_NOOP("", "There is no {what} for {account} at {host}."),
    Code.KEYRING_FAILED: QT_TRANSLATE_NOOP(
        "", "The keyring of this system can't be used ({error}): it may be locked."
    ),
    Code.KEYRING_SILENT: QT_TRANSLATE_NOOP(
        "", "The keyring of this system did not answer within {seconds} s."
    ),
    Code.NOTHING_GIVEN: QT_TRANSLATE_NOOP("", "No {what} was given for {account}."),
    Code.TOO_LONG: QT_TRANSLATE_NOOP("", "The {what} for {account} has more than {count} characters."),
    Code.HAS_CONTROLS: QT_TRANSLATE_NOOP(
        "", "The {what} for {account} has control characters in it, so it can't be right."
    ),
    Code.HAS_SPACE: QT_TRANSLATE_NOOP(
        "", "The {what} for {account} has a space in it, so it can't be right."
    ),
    Code.HAS_FOREIGN_SIGNS: QT_TRANSLATE_NOOP(
        "", "The {what} for {account} has letters outside ASCII in it, so it can't be right."
    ),
    Code.OTHER_WEBHOOK: QT_TRANSLATE_NOOP(
        "", "The webhook address for {account} must begin with https://{host}/."
    ),
    Code.WORKSPACE: QT_TRANSLATE_NOOP("", "Workspace {name} ({url})."),
    Code.SCOPES: QT_TRANSLATE_NOOP("", "Scopes: {scopes}."),
    Code.SCOPES_UNKNOWN: QT_TRANSLATE_NOOP("", "Slack does not say which scopes the token has."),
    Code.LACKS_CHAT_WRITE: QT_TRANSLATE_NOOP(
        "", "The token lacks {scope}: it can't post. Add it to the app, and install it again."
    ),
    Code.LACKS_CHANNELS_MANAGE: QT_TRANSLATE_NOOP(
        "",
        "The token lacks {scope}: it can't make an incident's channel, set its topic or invite people. Add it to the app, and install it again.",
    ),
    Code.LACKS_CHANNELS_READ: QT_TRANSLATE_NOOP(
        "",
        "The token lacks {scope}: it can't find a channel by its name. Add it to the app, and install it again.",
    ),
    Code.LACKS_CHANNELS_JOIN: QT_TRANSLATE_NOOP(
        "",
        "The token lacks {scope}: it can't join a channel that somebody else made. Add it to the app, and install it again.",
    ),
    Code.LACKS_CHANNELS_HISTORY: QT_TRANSLATE_NOOP(
        "",
        "The token lacks {scope}: it can't find out whether a message arrived whose answer was lost. Add it to the app, and install it again.",
    ),
    Code.LACKS_PINS_WRITE: QT_TRANSLATE_NOOP(
        "", "The token lacks {scope}: it can't pin the declaration. Add it to the app, and install it again."
    ),
    Code.WEBHOOK_ALONE: QT_TRANSLATE_NOOP(
        "",
        "A webhook can only post to its one channel: no channel is made, nothing is pinned, corrected or looked up.",
    ),
    Code.NO_CHANNEL: QT_TRANSLATE_NOOP(
        "", "There is no Slack channel {channel}, or the app can't see it. Invite the app to it."
    ),
    Code.CHANNEL_ARCHIVED: QT_TRANSLATE_NOOP(
        "", "The Slack channel {channel} is archived. Name another one."
    ),
    Code.NO_WORKSPACE: QT_TRANSLATE_NOOP(
        "",
        "There is no Slack workspace to post to {channel}; a webhook posts to its own channel alone. Connect Slack by its token.",
    ),
    Code.IN_CHANNEL: QT_TRANSLATE_NOOP("", "Slack {channel}, by {account}."),
    Code.SLACK_TOKEN_WRONG: QT_TRANSLATE_NOOP(
        "", "Slack refused it ({error}). Enter the token again under Connections."
    ),
    Code.SLACK_TOKEN_REVOKED: QT_TRANSLATE_NOOP(
        "", "Slack refused it ({error}). The token was revoked. Enter a new one under Connections."
    ),
    Code.SLACK_TOKEN_EXPIRED: QT_TRANSLATE_NOOP(
        "", "Slack refused it ({error}). The token has expired. Enter a new one under Connections."
    ),
    Code.SLACK_ACCOUNT_INACTIVE: QT_TRANSLATE_NOOP(
        "",
        "Slack refused it ({error}). The token's account is no longer active. Enter a new token under Connections.",
    ),
    Code.SLACK_ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "", "Slack refused it ({error}). Ask an administrator of the workspace."
    ),
    Code.SLACK_INSTALL: QT_TRANSLATE_NOOP("", "Slack refused it ({error}). Install the app again."),
    Code.SLACK_SCOPE_MISSING: QT_TRANSLATE_NOOP(
        "",
        "Slack refused it ({error}). The token lacks {scope}. Add the scope to the app, and install it again.",
    ),
    Code.SLACK_FAILED: QT_TRANSLATE_NOOP("", "Slack failed ({error})."),
    Code.SLACK_PAUSE: QT_TRANSLATE_NOOP("", "Slack asks for a pause."),
    Code.NOT_SLACKS: QT_TRANSLATE_NOOP(
        "", "The answer is not Slack's: something on the way may have given it. Consider a new token."
    ),
    Code.PAGE: QT_TRANSLATE_NOOP("", "Page {name}."),
    Code.COMPONENTS: QT_TRANSLATE_NOOP("", "{components} components in {groups} groups."),
    Code.SUBSCRIBERS: QT_TRANSLATE_NOOP("", "{count} subscribers."),
    Code.NO_COMPONENT: QT_TRANSLATE_NOOP(
        "", "The page has no component “{name}”. Add it there, or give it the page's name in the plan."
    ),
    Code.NOT_STATUSPAGES: QT_TRANSLATE_NOOP(
        "", "The answer is not Statuspage's: something on the way may have given it. Consider a new API key."
    ),
    Code.PAGE_RUNS_ELSE: QT_TRANSLATE_NOOP(
        "", "On the status page runs already: {incident}. Nothing was sent."
    ),
    Code.PAGE_HAS_TOO_MANY: QT_TRANSLATE_NOOP(
        "",
        "The page has more than {count} incidents, so ours can't be looked for among them. Look at the page.",
    ),
    Code.PAGE_FOLDER: QT_TRANSLATE_NOOP("", "The page is written to {folder}."),
    Code.WRITTEN_AS: QT_TRANSLATE_NOOP("", "Everything is written as {sender}."),
    Code.NO_USER: QT_TRANSLATE_NOOP(
        "",
        "{sender} is no user of the account, and PagerDuty takes nothing from others. Set from to a user's address.",
    ),
    Code.NOT_PAGERDUTYS: QT_TRANSLATE_NOOP(
        "", "The answer is not PagerDuty's: something on the way may have given it. Consider a new API key."
    ),
    Code.PERMISSIONS: QT_TRANSLATE_NOOP("", "The key has {permissions} permissions."),
    Code.LACKS_MAIL_SEND: QT_TRANSLATE_NOOP(
        "", "The key lacks mail.send: it can't send. Make a key that may."
    ),
    Code.NOT_SENDGRIDS: QT_TRANSLATE_NOOP(
        "", "The answer is not SendGrid's: something on the way may have given it. Consider a new API key."
    ),
    Code.MAIL_PLAIN: QT_TRANSLATE_NOOP("", "{host} takes mail without encryption."),
    Code.MAIL_TLS: QT_TRANSLATE_NOOP("", "{host} takes mail encrypted."),
    Code.MAIL_STARTTLS: QT_TRANSLATE_NOOP("", "{host} takes mail encrypted (STARTTLS)."),
    Code.MAIL_PLAIN_AS: QT_TRANSLATE_NOOP("", "{host} takes mail without encryption, as {user}."),
    Code.MAIL_TLS_AS: QT_TRANSLATE_NOOP("", "{host} takes mail encrypted, as {user}."),
    Code.MAIL_STARTTLS_AS: QT_TRANSLATE_NOOP("", "{host} takes mail encrypted (STARTTLS), as {user}."),
    Code.MAIL_LOGIN_REFUSED: QT_TRANSLATE_NOOP(
        "", "The mail server said {status} {words}. Enter the user name and password again under Connections."
    ),
    Code.MAIL_NO_LOGIN: QT_TRANSLATE_NOOP("", "{host} takes no user name; take it out under Connections."),
    Code.MAIL_IDENTITY: QT_TRANSLATE_NOOP(
        "",
        "The identity of {host} can't be proved, so nothing was sent: {reason}. Check the host, or name its authority's file (ca_file).",
    ),
    Code.MAIL_AUTHORITY_FILE: QT_TRANSLATE_NOOP("", "The file {file} with the authority can't be read."),
    Code.MAIL_UNREACHABLE: QT_TRANSLATE_NOOP("", "{host} can't be reached: {reason}."),
    Code.NO_CARRIER: QT_TRANSLATE_NOOP("", "There is no connection {account} to carry the mail. Add it."),
    Code.READERS: QT_TRANSLATE_NOOP("", "{count} readers, by {account}."),
    Code.THROUGH_PROXY: QT_TRANSLATE_NOOP("", "What goes to other computers goes through {host}."),
    Code.PROXY_REFUSED: QT_TRANSLATE_NOOP("", "The proxy {proxy} does not connect to {host}: {reason}."),
    Code.PROXY_WANTS_PASSWORD: QT_TRANSLATE_NOOP(
        "", "The proxy {proxy} does not connect to {host}: {reason}."
    ),
    Code.IDENTITY: QT_TRANSLATE_NOOP(
        "", "The identity of {host} can't be proved, so nothing was sent: {reason}."
    ),
    Code.NO_ANSWER_AT: QT_TRANSLATE_NOOP("", "{host} did not answer."),
    Code.UNREACHABLE: QT_TRANSLATE_NOOP("", "{host} can't be reached: {reason}."),
    Code.TOO_SLOW: QT_TRANSLATE_NOOP("", "{host} took too long to answer."),
    Code.UNUSABLE: QT_TRANSLATE_NOOP("", "{host} gave no usable answer: {reason}."),
    Code.NO_ANSWER_BY_PROXY: QT_TRANSLATE_NOOP("", "{host}, through the proxy {proxy}, did not answer."),
    Code.UNREACHABLE_BY_PROXY: QT_TRANSLATE_NOOP(
        "", "{host}, through the proxy {proxy}, can't be reached: {reason}."
    ),
    Code.TOO_SLOW_BY_PROXY: QT_TRANSLATE_NOOP(
        "", "{host}, through the proxy {proxy}, took too long to answer."
    ),
    Code.UNUSABLE_BY_PROXY: QT_TRANSLATE_NOOP(
        "", "{host}, through the proxy {proxy}, gave no usable answer: {reason}."
    ),
    Code.PAUSE_ASKED: QT_TRANSLATE_NOOP("", "The service asked for a pause."),
    Code.NO_ANSWER: QT_TRANSLATE_NOOP("", "The service gave no answer."),
    Code.POINTS_ELSEWHERE: QT_TRANSLATE_NOOP(
        "",
        "The service points to another address ({status}), which is never followed. Check its address under Connections.",
    ),
    Code.PAUSE: QT_TRANSLATE_NOOP("", "The service asks for a pause ({status}){told}."),
    Code.REFUSED: QT_TRANSLATE_NOOP("", "The service refused it ({status}){told}."),
    Code.REFUSED_TOKEN: QT_TRANSLATE_NOOP(
        "",
        "The service refused it ({status}){told}. Enter its token again under Connections, or a new one: it may have been revoked.",
    ),
    Code.REFUSED_RIGHTS: QT_TRANSLATE_NOOP(
        "", "The service refused it ({status}){told}. Check what its token may do, under Connections."
    ),
    Code.FAILED: QT_TRANSLATE_NOOP("", "The service failed ({status}){told}."),
    Code.NO_COLUMNS: QT_TRANSLATE_NOOP("", "expected a first line that names the columns email and name"),
    Code.NO_CSV: QT_TRANSLATE_NOOP("", "is not CSV: {reason}"),
    Code.NO_CUSTOMER: QT_TRANSLATE_NOOP("", "holds no customer"),
    Code.OTHER_CELLS: QT_TRANSLATE_NOOP("", "has {cells} cells where the first line has {columns}"),
    Code.NO_ADDRESS: QT_TRANSLATE_NOOP("", "email: it is not a mail address that can be written to"),
    Code.LIKE_A_FORMULA: QT_TRANSLATE_NOOP("", "name: it begins like a formula of a spreadsheet"),
    Code.NO_NAME: QT_TRANSLATE_NOOP(
        "", "name: it is longer than 200 characters, or holds control characters"
    ),
    Code.NO_FILE: QT_TRANSLATE_NOOP("", "can't be read: no such file or directory"),
    Code.MAY_NOT_BE_READ: QT_TRANSLATE_NOOP("", "can't be read: permission denied"),
    Code.CANT_BE_READ: QT_TRANSLATE_NOOP("", "can't be read: {reason}"),
    Code.TOO_LARGE: QT_TRANSLATE_NOOP("", "is larger than 32 MiB"),
    Code.NOT_UTF8: QT_TRANSLATE_NOOP("", "holds a byte that is not UTF-8; save the file as UTF-8"),
    Code.IN_CHANNEL_OF: QT_TRANSLATE_NOOP("", "Slack {channel}, by {account}: {count} members."),
    Code.CHANNEL_MEMBERS: QT_TRANSLATE_NOOP("", "{channel}: {count} members."),
    Code.SENDGRID_WOULD_SEND: QT_TRANSLATE_NOOP(
        "", "SendGrid would take a mail from {sender}: asked in its sandbox, so nothing left."
    ),
    Code.SENDGRID_DID_SEND: QT_TRANSLATE_NOOP(
        "", "SendGrid takes mail from {sender}. It has no sandbox there: the test mail went to {sender}."
    ),
    Code.SENDER_REFUSED: QT_TRANSLATE_NOOP(
        "",
        "SendGrid would not take a mail from {sender} ({status}){told}. Verify that sender at SendGrid, or set another one (from) under Connections.",
    ),
    Code.MAIL_NO_STARTTLS: QT_TRANSLATE_NOOP(
        "", "{host} does not offer STARTTLS, so nothing was sent to it, no password either."
    ),
    Code.MAIL_STARTTLS_REFUSED: QT_TRANSLATE_NOOP(
        "", "{host} refused to encrypt ({status} {words}), so nothing was sent to it, no password either."
    ),
    Code.MAIL_NO_TLS: QT_TRANSLATE_NOOP(
        "", "{host} and this computer could not agree on encryption, so nothing was sent: {reason}."
    ),
    Code.CHECK_TOO_SLOW: QT_TRANSLATE_NOOP("", "{account} did not answer within {seconds} s."),
}
"""What happened."""

NEXT_STEPS: dict[Code, object] = {
    Code.NO_KEYRING: QT_TRANSLATE_NOOP(
        "",
        "Start one, such as gnome-keyring or KeePassXC, or enter the credential in the window, for this run only.",
    ),
    Code.NO_CREDENTIAL: QT_TRANSLATE_NOOP(
        "", "Enter it under Connections, or with: incident-composer connections add {account}"
    ),
    Code.KEYRING_FAILED: QT_TRANSLATE_NOOP("", "Unlock it and try again."),
    Code.KEYRING_SILENT: QT_TRANSLATE_NOOP("", "Unlock it and try again."),
    Code.NOTHING_GIVEN: QT_TRANSLATE_NOOP("", "Enter it in the form."),
    Code.OTHER_WEBHOOK: QT_TRANSLATE_NOOP("", "Copy it whole from the settings of the Slack app."),
    Code.PAGE_RUNS_ELSE: QT_TRANSLATE_NOOP("", "Adopt it; or send ours again, if that is another incident."),
    Code.PROXY_WANTS_PASSWORD: QT_TRANSLATE_NOOP("", "Set its name and password under Connections (proxy)."),
    Code.IDENTITY: QT_TRANSLATE_NOOP(
        "",
        "Check the address and the clock of this computer; a proxy that opens encryption needs its certificate in the system's store.",
    ),
    Code.MAIL_NO_STARTTLS: QT_TRANSLATE_NOOP(
        "",
        "Ask the server's administrator for a port with encryption, and set port and security under Connections.",
    ),
    Code.MAIL_STARTTLS_REFUSED: QT_TRANSLATE_NOOP(
        "", "Ask the server's administrator; port 465 with security tls may be open."
    ),
    Code.MAIL_NO_TLS: QT_TRANSLATE_NOOP(
        "",
        "Check port and security under Connections: starttls is usual at port 587, tls at 465. A server that speaks no TLS 1.2 has to be brought up to date.",
    ),
    Code.CHECK_TOO_SLOW: QT_TRANSLATE_NOOP(
        "",
        "Check it again; if it stays so, look at the service's own status page, and at its address and the proxy under Connections.",
    ),
}
"""What to do about it, where that is told apart."""
