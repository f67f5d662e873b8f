"""The first schema: incidents, publishes, messages, deliveries, recipients, events, drafts, and the search over messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A publish does not wait for the search: whoever searches fills the index with what was stored since, in the order of storing. So the index reaches up to
# some message, and what is changed behind that one is not in it yet. FTS5's own table of sizes has a row for each message that the index holds.
SEARCH = (
    # What is searched: a message's subject and text, and its incident's title, which may change later.
    """
    CREATE VIEW searchable_messages AS
    SELECT m.sequence AS sequence, m.subject AS subject, m.text AS text, i.title AS title
    FROM messages m JOIN incidents i ON i.id = m.incident_id
    """,
    """
    CREATE VIRTUAL TABLE message_search USING fts5(
        subject, text, title,
        content='searchable_messages', content_rowid='sequence', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER messages_search_delete AFTER DELETE ON messages
    WHEN old.sequence <= (SELECT coalesce(max(id), 0) FROM message_search_docsize) BEGIN
        INSERT INTO message_search(message_search, rowid, subject, text, title)
        VALUES ('delete', old.sequence, old.subject, old.text, (SELECT title FROM incidents WHERE id = old.incident_id));
    END
    """,
    """
    CREATE TRIGGER messages_search_update AFTER UPDATE OF subject, text, incident_id ON messages
    WHEN old.sequence <= (SELECT coalesce(max(id), 0) FROM message_search_docsize) BEGIN
        INSERT INTO message_search(message_search, rowid, subject, text, title)
        VALUES ('delete', old.sequence, old.subject, old.text, (SELECT title FROM incidents WHERE id = old.incident_id));
        INSERT INTO message_search(rowid, subject, text, title)
        VALUES (new.sequence, new.subject, new.text, (SELECT title FROM incidents WHERE id = new.incident_id));
    END
    """,
    """
    CREATE TRIGGER incidents_search_update AFTER UPDATE OF title ON incidents WHEN old.title <> new.title BEGIN
        INSERT INTO message_search(message_search, rowid, subject, text, title)
        SELECT 'delete', sequence, subject, text, old.title FROM messages
        WHERE incident_id = old.id AND sequence <= (SELECT coalesce(max(id), 0) FROM message_search_docsize);
        INSERT INTO message_search(rowid, subject, text, title)
        SELECT sequence, subject, text, new.title FROM messages
        WHERE incident_id = new.id AND sequence <= (SELECT coalesce(max(id), 0) FROM message_search_docsize);
    END
    """,
)


def upgrade() -> None:
    """Makes everything; the search only where SQLite is underneath."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("components", sa.Text(), nullable=False),
        sa.Column("ticked", sa.Text(), nullable=False),
        sa.Column("notify", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("impact_ended_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("public_title", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("peak_severity", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.Text(), nullable=False),
        sa.Column("impact_started_at", sa.Text(), nullable=False),
        sa.Column("detection", sa.Text(), nullable=False),
        sa.Column("impact_ended_at", sa.Text(), nullable=True),
        sa.Column("resolved_at", sa.Text(), nullable=True),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("symptom", sa.Text(), nullable=True),
        sa.Column("components", sa.Text(), nullable=False),
        sa.Column("slack_channel", sa.Text(), nullable=False),
        sa.Column("creates_slack_channel", sa.Boolean(), nullable=False),
        sa.Column("pagerduty_incident", sa.Text(), nullable=True),
        sa.Column("security", sa.Boolean(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("cadence_minutes", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("taken_back_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_table(
        "publishes",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("content_sha256", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_publishes_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_publishes")),
        sa.UniqueConstraint("id", name=op.f("uq_publishes_id")),
        sa.UniqueConstraint("incident_id", "id", name=op.f("uq_publishes_incident_id_id")),
    )
    op.create_index(
        "uq_publishes_key",
        "publishes",
        ["key"],
        unique=True,
        sqlite_where=sa.text("key IS NOT NULL"),
        postgresql_where=sa.text("key IS NOT NULL"),
    )
    op.create_table(
        "events",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("phase", sa.Text(), nullable=True),
        sa.Column("publish_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_events_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(
            ["publish_id"], ["publishes.id"], name=op.f("fk_events_publish_id_publishes")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_events")),
        sa.UniqueConstraint("incident_id", "id", name=op.f("uq_events_incident_id_id")),
    )
    op.create_table(
        "messages",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("publish_id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("promise_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id", "publish_id"],
            ["publishes.incident_id", "publishes.id"],
            name=op.f("fk_messages_incident_id_publishes"),
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_messages")),
        sa.UniqueConstraint("incident_id", "id", name=op.f("uq_messages_incident_id_id")),
    )
    op.create_table(
        "deliveries",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("publish_id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("payload_sha256", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("hold_until", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.Text(), nullable=True),
        sa.Column("not_before", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("on_wire", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("vendor_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("looked_up", sa.Text(), nullable=True),
        sa.Column("looked_up_at", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("amend", sa.LargeBinary(), nullable=True),
        sa.Column("amend_after", sa.Text(), nullable=True),
        sa.Column("amended_at", sa.Text(), nullable=True),
        sa.Column("insisted", sa.Boolean(), nullable=False),
        sa.Column("stop_after", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('held', 'queued', 'sending', 'waiting', 'sent', 'failed', 'cancelled', 'stale', 'by_hand', 'unknown')",
            name=op.f("ck_deliveries_state"),
        ),
        sa.ForeignKeyConstraint(
            ["incident_id", "message_id"],
            ["messages.incident_id", "messages.id"],
            name=op.f("fk_deliveries_incident_id_messages"),
        ),
        sa.ForeignKeyConstraint(
            ["incident_id", "publish_id"],
            ["publishes.incident_id", "publishes.id"],
            name=op.f("fk_deliveries_incident_id_publishes"),
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("id", name=op.f("uq_deliveries_id")),
    )
    op.create_index(
        op.f("ix_deliveries_incident_id_publish_id"),
        "deliveries",
        ["incident_id", "publish_id"],
        unique=False,
    )
    unfinished = (
        "state NOT IN ('sent', 'cancelled', 'by_hand') OR (amend IS NOT NULL) > (amended_at IS NOT NULL)"
    )
    op.create_index(
        "ix_deliveries_unfinished",
        "deliveries",
        ["state", "sequence"],
        unique=False,
        sqlite_where=sa.text(unfinished),
        postgresql_where=sa.text(unfinished),
    )
    op.create_index(
        "ix_deliveries_never_said",
        "deliveries",
        ["message_id"],
        unique=False,
        sqlite_where=sa.text("state = 'cancelled' AND NOT on_wire"),
        postgresql_where=sa.text("state = 'cancelled' AND NOT on_wire"),
    )
    op.create_table(
        "recipients",
        sa.Column("delivery_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'accepted', 'refused', 'unknown')", name=op.f("ck_recipients_state")
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_recipients_delivery_id_deliveries")
        ),
        sa.PrimaryKeyConstraint("delivery_id", "ordinal", name=op.f("pk_recipients")),
        sqlite_with_rowid=False,
    )

    if op.get_bind().dialect.name == "sqlite":  # pragma: no branch - the one database so far
        for statement in SEARCH:
            op.execute(statement)
