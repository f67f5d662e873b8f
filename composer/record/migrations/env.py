"""What Alembic runs for a migration. The connection comes from `composer.record.schema`, already in its transaction."""

from __future__ import annotations

from alembic import context

from composer.record.rows import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
