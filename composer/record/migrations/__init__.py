"""The steps from each schema to the next; Alembic runs them (see `composer.record.schema`)."""
