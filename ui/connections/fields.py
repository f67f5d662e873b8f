"""What is asked for each kind of connection: the fields of its form, and the words beside them. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from composer.connections.accounts import Account, Kind
from composer.connections.addresses import mailboxes

ORDER = (
    Kind.SLACK, Kind.STATUSPAGE, Kind.SENDGRID, Kind.SMTP, Kind.CUSTOMERS, Kind.EXECUTIVES, Kind.PAGERDUTY,
    Kind.STATIC_PAGE, Kind.PROXY,
)  # fmt: skip
SEVERAL = frozenset({Kind.SLACK, Kind.STATUSPAGE, Kind.STATIC_PAGE, Kind.SENDGRID, Kind.SMTP})
"""Kinds of which several are used at once: workspaces, pages of brands or regions, and a second way for mail."""
HIDDEN_KEY = "credential"
"""The key of the credential among a form's fields; it is no key of the file."""
NAME = "name"
"""The key of a further account's name."""


class FieldKind(StrEnum):
    """How a field is typed."""

    TEXT = "text"
    HIDDEN = "hidden"
    CHOICE = "choice"
    LIST = "list"
    MAILBOXES = "mailboxes"
    NUMBER = "number"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. `attribute` is the account's attribute of the same value; `choices` are values and their words."""

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    placeholder: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    attribute: str = ""


_USUAL = (
    "https://slack.com/api",
    "https://hooks.slack.com",
    "https://api.statuspage.io/v1",
    "https://api.sendgrid.com/v3",
    "https://api.pagerduty.com",
)
"""The services' own addresses, which need not be typed."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def used_for(kind: Kind, carries: frozenset[Kind]) -> str:
    """What a connection is for; `carries` are the lists that are mailed by it."""
    match kind:
        case Kind.SLACK:
            return tr("Incident channel, declarations, updates")
        case Kind.STATUSPAGE:
            return tr("Public status")
        case Kind.SENDGRID | Kind.SMTP:
            said = [
                words
                for one, words in (
                    (Kind.CUSTOMERS, tr("Customer email")),
                    (Kind.EXECUTIVES, tr("Executive notification")),
                )
                if one in carries
            ]
            return ", ".join(said) or tr("Mail to customers or executives")
        case Kind.CUSTOMERS:
            return tr("Who gets customer email")
        case Kind.EXECUTIVES:
            return tr("Who gets the executive notification")
        case Kind.PAGERDUTY:
            return tr("Start from an alert, status updates, paging")
        case Kind.STATIC_PAGE:
            return tr("Public status without a vendor")
        case Kind.PROXY:
            return tr("The way out of your network")


def form_fields(kind: Kind, carriers: tuple[str, ...]) -> tuple[FormField, ...]:
    """The fields of a kind, the most needed first. `carriers` are the accounts that can carry mail."""
    text, listed = FieldKind.TEXT, FieldKind.LIST
    base = FormField(
        "base_url", tr("Address of the service"), hint=tr("Empty: the usual one. https:// only.")
    )
    via = FormField(
        "via", tr("Mailed by"), FieldKind.CHOICE, choices=tuple((one, one) for one in carriers or ("smtp",))
    )
    match kind:
        case Kind.SLACK:
            ways = (("api", tr("Bot token")), ("webhook", tr("Incoming webhook: can only post")))
            where = tr("Slack › your app › OAuth & Permissions; for a webhook its whole address")
            return (
                _secret(tr("Token"), where),
                FormField("via", tr("Way"), FieldKind.CHOICE, choices=ways),
                FormField("invite", tr("Invited to each incident channel"), listed, "U024BE7LH, U024BE7LJ"),
                base,
            )
        case Kind.STATUSPAGE:
            return (
                _secret(tr("API key"), tr("Statuspage › your avatar › API info")),
                FormField("page_id", tr("Page id"), text, "kctbh9vrtdwd"),
                base,
            )
        case Kind.SENDGRID:
            return (
                _secret(tr("API key"), tr("SendGrid › Settings › API Keys; it needs mail.send")),
                _sender(tr("Mail comes from"), "Support <support@example.com>"),
                base,
            )
        case Kind.PAGERDUTY:
            return (
                _secret(tr("API key"), tr("PagerDuty › Integrations › API Access Keys")),
                _sender(tr("Acting as (email)"), "comms-lead@example.com"),
                base,
            )
        case Kind.SMTP:
            safe = (
                ("starttls", "STARTTLS"),
                ("tls", "TLS"),
                ("none", tr("None, for this computer alone")),
            )
            return (
                FormField("host", tr("Server"), text, "smtp.example.com", attribute="server"),
                FormField("port", tr("Port"), FieldKind.NUMBER, "587"),
                FormField("security", tr("Encryption"), FieldKind.CHOICE, choices=safe),
                _sender(tr("Mail comes from"), "Support <support@example.com>"),
                FormField("username", tr("User name"), hint=tr("Empty where the server asks for none")),
                _secret(tr("Password"), ""),
                FormField("ca_file", tr("Own certificate authority"), FieldKind.FILE),
            )
        case Kind.CUSTOMERS:
            return (
                FormField(
                    "file",
                    tr("File of recipients"),
                    FieldKind.FILE,
                    "customers.csv",
                    tr("CSV with the columns email and name"),
                ),
                via,
            )
        case Kind.EXECUTIVES:
            return (
                FormField("to", tr("Recipients"), FieldKind.MAILBOXES, "cto@example.com, ceo@example.com"),
                via,
                FormField(
                    "slack_channel",
                    tr("Slack channel"),
                    text,
                    "#executives",
                    tr("Posted there too, or alone where no recipient is named"),
                ),
            )
        case Kind.STATIC_PAGE:
            return (
                FormField(
                    "folder",
                    tr("Folder"),
                    text,
                    "status-page-live",
                    tr("Put its files on any web server"),
                ),
                FormField("title", tr("Title")),
                FormField("url", tr("Where readers find it"), text, "https://status.example.com"),
            )
        case Kind.PROXY:
            return (
                FormField("url", tr("Address"), text, "http://proxy.example.com:8080"),
                FormField("username", tr("User name"), hint=tr("Empty where the proxy asks for none")),
                _secret(tr("Password"), ""),
            )


def value_of(field: FormField, account: Account | None) -> str:
    """What stands in a field for an account that is there."""
    value = None if account is None else getattr(account, field.attribute or field.key, None)
    if value is None or value in _USUAL:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def typed_value(field: FormField, typed: str) -> object:
    """What was typed, as the file has it; None where nothing was."""
    text = typed.strip()
    if not text:
        return None
    match field.kind:
        case FieldKind.LIST:
            return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        case FieldKind.MAILBOXES:
            return mailboxes(text)
        case FieldKind.NUMBER:
            return int(text) if text.isascii() and text.isdigit() else text
        case _:
            return text


def _secret(label: str, hint: str) -> FormField:
    return FormField(HIDDEN_KEY, label, FieldKind.HIDDEN, hint=hint)


def _sender(label: str, placeholder: str) -> FormField:
    return FormField("from", label, FieldKind.TEXT, placeholder, attribute="sender")
