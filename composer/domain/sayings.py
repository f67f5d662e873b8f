"""What is said of a connection: codes with their values, and the one place where each has its English sentence.

The command line prints the English. The window words a code in its own language, so it needs the code where a sentence would be too late.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from enum import StrEnum, auto


class Code(StrEnum):
    """Each thing that can be said. Codes are kept in a home's cache: a code that changes its values gets a new name."""

    VERBATIM = auto()
    # the keyring
    NO_KEYRING = auto()
    NO_CREDENTIAL = auto()
    KEYRING_FAILED = auto()
    KEYRING_SILENT = auto()
    # a credential that was given
    NOTHING_GIVEN = auto()
    TOO_LONG = auto()
    NO_PASSWORD = auto()
    NO_TOKEN = auto()
    OTHER_WEBHOOK = auto()
    # Slack
    WORKSPACE = auto()
    SCOPES = auto()
    SCOPES_UNKNOWN = auto()
    LACKS_CHAT_WRITE = auto()
    LACKS_CHANNELS_MANAGE = auto()
    LACKS_CHANNELS_READ = auto()
    LACKS_CHANNELS_JOIN = auto()
    LACKS_CHANNELS_HISTORY = auto()
    LACKS_PINS_WRITE = auto()
    WEBHOOK_ALONE = auto()
    NO_CHANNEL = auto()
    CHANNEL_ARCHIVED = auto()
    NO_WORKSPACE = auto()
    IN_CHANNEL = auto()
    IN_CHANNEL_OF = auto()
    CHANNEL_MEMBERS = auto()
    SLACK_TOKEN_WRONG = auto()
    SLACK_TOKEN_REVOKED = auto()
    SLACK_TOKEN_EXPIRED = auto()
    SLACK_ACCOUNT_INACTIVE = auto()
    SLACK_ADMINISTRATOR = auto()
    SLACK_INSTALL = auto()
    SLACK_SCOPE_MISSING = auto()
    SLACK_FAILED = auto()
    SLACK_PAUSE = auto()
    NOT_SLACKS = auto()
    # Statuspage and the static page
    PAGE = auto()
    COMPONENTS = auto()
    SUBSCRIBERS = auto()
    NO_COMPONENT = auto()
    NOT_STATUSPAGES = auto()
    PAGE_RUNS_ELSE = auto()
    PAGE_HAS_TOO_MANY = auto()
    PAGE_FOLDER = auto()
    # PagerDuty
    WRITTEN_AS = auto()
    NO_USER = auto()
    NOT_PAGERDUTYS = auto()
    # mail
    PERMISSIONS = auto()
    LACKS_MAIL_SEND = auto()
    NOT_SENDGRIDS = auto()
    SENDGRID_WOULD_SEND = auto()
    SENDGRID_DID_SEND = auto()
    SENDER_REFUSED = auto()
    MAIL_PLAIN = auto()
    MAIL_TLS = auto()
    MAIL_STARTTLS = auto()
    MAIL_PLAIN_AS = auto()
    MAIL_TLS_AS = auto()
    MAIL_STARTTLS_AS = auto()
    MAIL_LOGIN_REFUSED = auto()
    MAIL_NO_LOGIN = auto()
    MAIL_IDENTITY = auto()
    MAIL_AUTHORITY_FILE = auto()
    MAIL_NO_STARTTLS = auto()
    MAIL_STARTTLS_REFUSED = auto()
    MAIL_NO_TLS = auto()
    MAIL_UNREACHABLE = auto()
    NO_CARRIER = auto()
    READERS = auto()
    # the network, and what any service may answer
    THROUGH_PROXY = auto()
    PROXY_REFUSED = auto()
    PROXY_WANTS_PASSWORD = auto()
    IDENTITY = auto()
    CHECK_TOO_SLOW = auto()
    NO_ANSWER_AT = auto()
    UNREACHABLE = auto()
    TOO_SLOW = auto()
    UNUSABLE = auto()
    NO_ANSWER_BY_PROXY = auto()
    UNREACHABLE_BY_PROXY = auto()
    TOO_SLOW_BY_PROXY = auto()
    UNUSABLE_BY_PROXY = auto()
    PAUSE_ASKED = auto()
    NO_ANSWER = auto()
    POINTS_ELSEWHERE = auto()
    PAUSE = auto()
    REFUSED = auto()
    REFUSED_TOKEN = auto()
    REFUSED_RIGHTS = auto()
    FAILED = auto()
    # the file of customers
    NO_COLUMNS = auto()
    NO_CSV = auto()
    NO_CUSTOMER = auto()
    OTHER_CELLS = auto()
    NO_ADDRESS = auto()
    LIKE_A_FORMULA = auto()
    NO_NAME = auto()
    NO_FILE = auto()
    MAY_NOT_BE_READ = auto()
    CANT_BE_READ = auto()
    TOO_LARGE = auto()
    NOT_UTF8 = auto()


SENTENCES: dict[Code, str] = {
    Code.VERBATIM: "{text}",
    Code.NO_KEYRING: "This computer has no keyring (Secret Service) that is running.",
    Code.NO_CREDENTIAL: "There is no {what} for {account} at {host}.",
    Code.KEYRING_FAILED: "The keyring of this system can't be used ({error}): it may be locked.",
    Code.KEYRING_SILENT: "The keyring of this system did not answer within {seconds} s.",
    Code.NOTHING_GIVEN: "No {what} was given for {account}.",
    Code.TOO_LONG: "The {what} for {account} has more than {count} characters.",
    Code.NO_PASSWORD: "The {what} for {account} has control characters in it, so it can't be right.",
    Code.NO_TOKEN: "The {what} for {account} has spaces, control characters and letters outside ASCII in it, so it can't be right.",
    Code.OTHER_WEBHOOK: "The webhook address for {account} must begin with https://{host}/.",
    Code.WORKSPACE: "Workspace {name} ({url}).",
    Code.SCOPES: "Scopes: {scopes}.",
    Code.SCOPES_UNKNOWN: "Slack does not say which scopes the token has.",
    Code.LACKS_CHAT_WRITE: "The token lacks {scope}: it can't post. Add it to the app, and install it again.",
    Code.LACKS_CHANNELS_MANAGE: "The token lacks {scope}: it can't make an incident's channel, set its topic or invite people. Add it to the app, and install it again.",
    Code.LACKS_CHANNELS_READ: "The token lacks {scope}: it can't find a channel by its name. Add it to the app, and install it again.",
    Code.LACKS_CHANNELS_JOIN: "The token lacks {scope}: it can't join a channel that somebody else made. Add it to the app, and install it again.",
    Code.LACKS_CHANNELS_HISTORY: "The token lacks {scope}: it can't find out whether a message arrived whose answer was lost. Add it to the app, and install it again.",
    Code.LACKS_PINS_WRITE: "The token lacks {scope}: it can't pin the declaration. Add it to the app, and install it again.",
    Code.WEBHOOK_ALONE: "A webhook can only post to its one channel: no channel is made, nothing is pinned, corrected or looked up.",
    Code.NO_CHANNEL: "There is no Slack channel {channel}, or the app can't see it. Invite the app to it.",
    Code.CHANNEL_ARCHIVED: "The Slack channel {channel} is archived. Name another one.",
    Code.NO_WORKSPACE: "There is no Slack workspace to post to {channel}; a webhook posts to its own channel alone. Connect Slack by its token.",
    Code.IN_CHANNEL: "Slack {channel}, by {account}.",
    Code.IN_CHANNEL_OF: "Slack {channel}, by {account}: {count} members.",
    Code.CHANNEL_MEMBERS: "{channel}: {count} members.",
    Code.SLACK_TOKEN_WRONG: "Slack refused it ({error}). Enter the token again under Connections.",
    Code.SLACK_TOKEN_REVOKED: "Slack refused it ({error}). The token was revoked. Enter a new one under Connections.",
    Code.SLACK_TOKEN_EXPIRED: "Slack refused it ({error}). The token has expired. Enter a new one under Connections.",
    Code.SLACK_ACCOUNT_INACTIVE: "Slack refused it ({error}). The token's account is no longer active. Enter a new token under Connections.",
    Code.SLACK_ADMINISTRATOR: "Slack refused it ({error}). Ask an administrator of the workspace.",
    Code.SLACK_INSTALL: "Slack refused it ({error}). Install the app again.",
    Code.SLACK_SCOPE_MISSING: "Slack refused it ({error}). The token lacks {scope}. Add the scope to the app, and install it again.",
    Code.SLACK_FAILED: "Slack failed ({error}).",
    Code.SLACK_PAUSE: "Slack asks for a pause.",
    Code.NOT_SLACKS: "The answer is not Slack's: something on the way may have given it. Consider a new token.",
    Code.PAGE: "Page {name}.",
    Code.COMPONENTS: "{components} components in {groups} groups.",
    Code.SUBSCRIBERS: "{count} subscribers.",
    Code.NO_COMPONENT: "The page has no component “{name}”. Add it there, or give it the page's name in the plan.",
    Code.NOT_STATUSPAGES: "The answer is not Statuspage's: something on the way may have given it. Consider a new API key.",
    Code.PAGE_RUNS_ELSE: "On the status page runs already: {incident}. Nothing was sent.",
    Code.PAGE_HAS_TOO_MANY: "The page has more than {count} incidents, so ours can't be looked for among them. Look at the page.",
    Code.PAGE_FOLDER: "The page is written to {folder}.",
    Code.WRITTEN_AS: "Everything is written as {sender}.",
    Code.NO_USER: "{sender} is no user of the account, and PagerDuty takes nothing from others. Set from to a user's address.",
    Code.NOT_PAGERDUTYS: "The answer is not PagerDuty's: something on the way may have given it. Consider a new API key.",
    Code.PERMISSIONS: "The key has {permissions} permissions.",
    Code.LACKS_MAIL_SEND: "The key lacks mail.send: it can't send. Make a key that may.",
    Code.NOT_SENDGRIDS: "The answer is not SendGrid's: something on the way may have given it. Consider a new API key.",
    Code.SENDGRID_WOULD_SEND: "SendGrid would take a mail from {sender}: asked in its sandbox, so nothing left.",
    Code.SENDGRID_DID_SEND: "SendGrid takes mail from {sender}. It has no sandbox there: the test mail went to {sender}.",
    Code.SENDER_REFUSED: "SendGrid would not take a mail from {sender} ({status}){told}. Verify that sender at SendGrid, or set another one (from) under Connections.",
    Code.MAIL_PLAIN: "{host} takes mail without encryption.",
    Code.MAIL_TLS: "{host} takes mail encrypted.",
    Code.MAIL_STARTTLS: "{host} takes mail encrypted (STARTTLS).",
    Code.MAIL_PLAIN_AS: "{host} takes mail without encryption, as {user}.",
    Code.MAIL_TLS_AS: "{host} takes mail encrypted, as {user}.",
    Code.MAIL_STARTTLS_AS: "{host} takes mail encrypted (STARTTLS), as {user}.",
    Code.MAIL_LOGIN_REFUSED: "The mail server said {status} {words}. Enter the user name and password again under Connections.",
    Code.MAIL_NO_LOGIN: "{host} takes no user name; take it out under Connections.",
    Code.MAIL_IDENTITY: "The identity of {host} can't be proved, so nothing was sent: {reason}. Check the host, or name its authority's file (ca_file).",
    Code.MAIL_AUTHORITY_FILE: "The file {file} with the authority can't be read.",
    Code.MAIL_NO_STARTTLS: "{host} does not offer STARTTLS, so nothing was sent to it, no password either.",
    Code.MAIL_STARTTLS_REFUSED: "{host} refused to encrypt ({status} {words}), so nothing was sent to it, no password either.",
    Code.MAIL_NO_TLS: "{host} and this computer could not agree on encryption, so nothing was sent: {reason}.",
    Code.MAIL_UNREACHABLE: "{host} can't be reached: {reason}.",
    Code.NO_CARRIER: "There is no connection {account} to carry the mail. Add it.",
    Code.READERS: "{count} readers, by {account}.",
    Code.THROUGH_PROXY: "What goes to other computers goes through {host}.",
    Code.PROXY_REFUSED: "The proxy {proxy} does not connect to {host}: {reason}.",
    Code.PROXY_WANTS_PASSWORD: "The proxy {proxy} does not connect to {host}: {reason}.",
    Code.IDENTITY: "The identity of {host} can't be proved, so nothing was sent: {reason}.",
    Code.CHECK_TOO_SLOW: "{account} did not answer within {seconds} s.",
    Code.NO_ANSWER_AT: "{host} did not answer.",
    Code.UNREACHABLE: "{host} can't be reached: {reason}.",
    Code.TOO_SLOW: "{host} took too long to answer.",
    Code.UNUSABLE: "{host} gave no usable answer: {reason}.",
    Code.NO_ANSWER_BY_PROXY: "{host}, through the proxy {proxy}, did not answer.",
    Code.UNREACHABLE_BY_PROXY: "{host}, through the proxy {proxy}, can't be reached: {reason}.",
    Code.TOO_SLOW_BY_PROXY: "{host}, through the proxy {proxy}, took too long to answer.",
    Code.UNUSABLE_BY_PROXY: "{host}, through the proxy {proxy}, gave no usable answer: {reason}.",
    Code.PAUSE_ASKED: "The service asked for a pause.",
    Code.NO_ANSWER: "The service gave no answer.",
    Code.POINTS_ELSEWHERE: "The service points to another address ({status}), which is never followed. Check its address under Connections.",
    Code.PAUSE: "The service asks for a pause ({status}){told}.",
    Code.REFUSED: "The service refused it ({status}){told}.",
    Code.REFUSED_TOKEN: "The service refused it ({status}){told}. Enter its token again under Connections, or a new one: it may have been revoked.",
    Code.REFUSED_RIGHTS: "The service refused it ({status}){told}. Check what its token may do, under Connections.",
    Code.FAILED: "The service failed ({status}){told}.",
    Code.NO_COLUMNS: "expected a first line that names the columns email and name",
    Code.NO_CSV: "is not CSV: {reason}",
    Code.NO_CUSTOMER: "holds no customer",
    Code.OTHER_CELLS: "has {cells} cells where the first line has {columns}",
    Code.NO_ADDRESS: "email: it is not a mail address that can be written to",
    Code.LIKE_A_FORMULA: "name: it begins like a formula of a spreadsheet",
    Code.NO_NAME: "name: it is longer than 200 characters, or holds control characters",
    Code.NO_FILE: "can't be read: no such file or directory",
    Code.MAY_NOT_BE_READ: "can't be read: permission denied",
    Code.CANT_BE_READ: "can't be read: {reason}",
    Code.TOO_LARGE: "is larger than 32 MiB",
    Code.NOT_UTF8: "holds a byte that is not UTF-8; save the file as UTF-8",
}
"""The English of each, with places for its values."""

NEXT_STEPS: dict[Code, str] = {
    Code.NO_KEYRING: "Start one, such as gnome-keyring or KeePassXC, or enter the credential in the window, for this run only.",
    Code.NO_CREDENTIAL: "Enter it under Connections, or with: incident-composer connections add {account}",
    Code.KEYRING_FAILED: "Unlock it and try again.",
    Code.KEYRING_SILENT: "Unlock it and try again.",
    Code.NOTHING_GIVEN: "Give it on standard input.",
    Code.OTHER_WEBHOOK: "Copy it whole from the settings of the Slack app.",
    Code.PAGE_RUNS_ELSE: "Adopt it; or send ours again, if that is another incident.",
    Code.MAIL_NO_STARTTLS: "Ask the server's administrator for a port with encryption, and set port and security under Connections.",
    Code.MAIL_STARTTLS_REFUSED: "Ask the server's administrator; port 465 with security tls may be open.",
    Code.MAIL_NO_TLS: "Check port and security under Connections: starttls is usual at port 587, tls at 465. A server that speaks no TLS 1.2 has to be brought up to date.",
    Code.CHECK_TOO_SLOW: "Check it again; if it stays so, look at the service's own status page, and at its address and the proxy under Connections.",
    Code.PROXY_WANTS_PASSWORD: "Set its name and password under Connections (proxy).",
    Code.IDENTITY: "Check the address and the clock of this computer; a proxy that opens encryption needs its certificate in the system's store.",
}
"""What to do about it, where that is told apart from what happened."""

Value = str | int
"""An int is a count, which a language writes in its own way; a text stays as it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said, with what stands in its places. As a text it is the English sentence, with its next step."""

    code: Code
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, code: Code, **values: Value) -> Said:
        """It, with its values by name."""
        return cls(code, tuple(values.items()))

    @classmethod
    def verbatim(cls, text: str) -> Said:
        """A sentence that has no code: what a service said in its own words, or a trouble that is rare."""
        return cls.of(Code.VERBATIM, text=text)

    @property
    def message(self) -> str:
        """What happened, in English."""
        return self._filled(SENTENCES[self.code])

    @property
    def next_step(self) -> str | None:
        """What to do about it, in English."""
        step = NEXT_STEPS.get(self.code)
        return None if step is None else self._filled(step)

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}" if self.next_step else self.message

    def _filled(self, sentence: str) -> str:
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in self.values}
        return sentence.format(**shown)


def places(code: Code) -> frozenset[str]:
    """The names of the values that a code needs."""
    texts = (SENTENCES[code], NEXT_STEPS.get(code, ""))
    return frozenset(name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name)
