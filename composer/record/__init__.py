"""The record: incidents, what was published, where each delivery stands, and the search.

The only room that knows SQLAlchemy and Alembic. It takes and gives values of `composer.domain`; rows never leave. Nothing is
imported here, so that `composer.record.first_look` can be had without SQLAlchemy::

    record.py       Record, the way in: all that is asked of the record
    file.py         the open file: transactions, turns, errors
    rows.py         the tables
    statements.py   the statements of the hot paths, built once
    codec.py        times, mappings and enums as the columns hold them
    sqlite.py       all that only SQLite knows: pragmas, transactions, search, backup, names of errors
    counting.py     counts what leaves; high_water.py tells it outside of the record
    older_copy.py   knows by that whether the record is an older copy, and what to do then
    schema.py       which schema a file has; migrating it
    verify.py       proves the stored texts unaltered
    digest.py       the hash over a message's text
    first_look.py   the first screen with the standard library's sqlite3 alone
"""
