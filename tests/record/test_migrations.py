"""The six rules for Alembic on SQLite, and several processes that meet a new home at once."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from composer.domain.delivery import Delivery, Recipient
from composer.domain.draft import Draft
from composer.domain.errors import BugError, RecordBusyError, RecordTooNewError
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.record import Message, Publish
from composer.record import first_look, rows, schema
from composer.record.record import Record
from composer.record.sqlite import SEARCH_TRIGGERS
from tests.record import made

SHIPPED = Path(schema.__file__).parent / "migrations"
HEADER = """
from alembic import op
import sqlalchemy as sa
revision = "{revision}"
down_revision = "{before}"
branch_labels = depends_on = None
"""
BATCH = """
def upgrade():
    triggers = [row[0] for row in op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
    view = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'view'").scalar()
    names = [row[0] for row in op.get_bind().exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in names:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("DROP VIEW searchable_messages")
    with op.batch_alter_table("publishes", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("messages", recreate="always") as batch:
        batch.add_column(sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.execute(view)
    for trigger in triggers:
        op.execute(trigger)
"""
FORGETS_TRIGGERS = f"""
def upgrade():
    for name in {SEARCH_TRIGGERS}:
        op.execute(f"DROP TRIGGER {{name}}")
"""
MAKES_ORPHANS = """
def upgrade():
    op.execute("DELETE FROM publishes")
"""
BREAKS_HALF_WAY = """
def upgrade():
    op.add_column("incidents", sa.Column("note", sa.Text()))
    op.execute("DELETE FROM events")
    with op.batch_alter_table("drafts", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text()))
    raise RuntimeError("half way")
"""
DIES_HALF_WAY = """
def upgrade():
    import os, signal
    op.add_column("incidents", sa.Column("note", sa.Text()))
    op.execute("DELETE FROM events")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed record of the shipped schema, with rows in every table."""
    with Record.open(path) as record:
        bundle = made.bundle()
        recipients = {bundle.deliveries[0].id: (made.recipient(0), made.recipient(1))}
        record.store(
            made.bundle(
                bundle.incident,
                publish=bundle.publish,
                messages=bundle.messages,
                deliveries=bundle.deliveries,
                recipients=recipients,
            )
        )
        record.save_draft(made.draft())
    return path


def steps(tmp_path: Path, *bodies: str) -> Path:
    """The shipped scripts, and one more step for each body."""
    scripts = tmp_path / "50% migrations"
    shutil.copytree(SHIPPED, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for number, body in enumerate(bodies, 2):
        head = HEADER.format(revision=f"{number:04}", before=f"{number - 1:04}")
        (scripts / "versions" / f"v{number:04}_test.py").write_text(head + body)
    return scripts


def contents(path: Path) -> dict[str, object]:
    """Triggers, indexes, row counts and version: what a migration must not lose."""
    with closing(sqlite3.connect(path)) as connection:
        objects = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        counts = {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for kind, name, _ in objects
            if kind == "table" and not name.startswith("message_search")
        }
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        found = connection.execute(
            "SELECT count(*) FROM message_search WHERE message_search MATCH 'payments'"
        ).fetchone()
    return {
        "objects": {each[:2] for each in objects if each[0] != "table"},
        "counts": counts,
        "version": version,
        "found": found,
    }


def dump(path: Path) -> list[str]:
    """The whole database as SQL, but for the index's own tables."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if "message_search" not in line]


def test_the_models_are_the_migrated_schema(filled: Path) -> None:
    """What `alembic check` does; and the statements that make tables and indexes are the same part for part."""
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(filled))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_ours, "compare_type": True}
        )
        assert compare_metadata(context, rows.METADATA) == []
        migrated = _statements(connection)
    engine.dispose()
    fresh = create_engine("sqlite://")
    with fresh.connect() as connection:
        rows.METADATA.create_all(connection)
        assert _statements(connection) == migrated
    fresh.dispose()


def _is_ours(item: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
    return not str(name).startswith("message_search")


def _statements(connection: object) -> dict[str, list[str]]:
    """Each table and index as its parts; their order is Alembic's own."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")  # type: ignore[attr-defined]
    return {
        name: sorted(part.strip() for part in re.split("[(),]", " ".join(sql.split())) if part.strip())
        for name, sql in found
        if "search" not in name and name not in ("alembic_version",)
    }


def test_the_head_is_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(SHIPPED))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [schema.HEAD] == [first_look.SCHEMA]
    assert all(len(each.revision) == 4 and each.revision.isdigit() for each in scripts.walk_revisions())


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (rows.INCIDENTS, Incident),
        (rows.PUBLISHES, Publish),
        (rows.MESSAGES, Message),
        (rows.DELIVERIES, Delivery),
        (rows.RECIPIENTS, Recipient),
        (rows.EVENTS, TimelineEvent),
        (rows.DRAFTS, Draft),
    ],
    ids=str,
)
def test_every_attribute_of_the_domain_has_its_column(table: object, kind: type) -> None:
    extra = {"sequence", "delivery_id", "publish_id"}
    columns = {column.name for column in table.columns}  # type: ignore[attr-defined]
    names = {each.name for each in fields(kind)}
    assert names <= columns
    assert columns - names <= extra


def test_rules_1_and_3_a_rebuilt_table_keeps_children_triggers_and_indexes(
    filled: Path, tmp_path: Path
) -> None:
    before = contents(filled)
    schema.bring_up_to_date(filled, scripts=steps(tmp_path, BATCH), head="0002")
    after = contents(filled)
    assert after == before | {"version": "0002"}
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM messages WHERE pinned = 0").fetchone() == (6,)
        # The search is still kept up to date.
        connection.execute("UPDATE messages SET text = 'zebra' WHERE sequence = 1")
        assert connection.execute("SELECT rowid FROM message_search('zebra')").fetchall() == [(1,)]


def test_rule_1_a_step_that_leaves_orphans_is_taken_back(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    with pytest.raises(BugError, match="orphans"):
        schema.bring_up_to_date(filled, scripts=steps(tmp_path, MAKES_ORPHANS), head="0002")
    assert dump(filled) == before


def test_rule_2_a_step_that_breaks_half_way_leaves_all_as_it_was(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    with pytest.raises(RuntimeError, match="half way"):
        schema.bring_up_to_date(filled, scripts=steps(tmp_path, BATCH, BREAKS_HALF_WAY), head="0003")
    assert dump(filled) == before
    with Record.open(filled) as record:
        assert record.verify() == ()


def test_rule_2_a_kill_half_way_leaves_all_as_it_was(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    scripts = steps(tmp_path, BATCH, DIES_HALF_WAY)
    script = f"from pathlib import Path; from composer.record import schema; schema.bring_up_to_date(Path({str(filled)!r}), scripts=Path({str(scripts)!r}), head='0003')"
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == -9
    assert dump(filled) == before
    assert dump(schema.backup_path(filled, "0003")) == before
    with Record.open(filled) as record:  # the lock of the dead is free
        assert record.verify() == ()


@pytest.mark.sweep
def test_rule_2_kills_at_any_moment_leave_the_old_or_the_new_schema(filled: Path, tmp_path: Path) -> None:
    scripts = steps(tmp_path, BATCH)
    original = filled.read_bytes()
    script = f"from pathlib import Path; from composer.record import schema; print('go', flush=True); schema.bring_up_to_date(Path({str(filled)!r}), scripts=Path({str(scripts)!r}), head='0002')"

    def migrate(kill_after_s: float | None) -> float:
        """Seconds from the first word of the process to its end."""
        for each in filled.parent.iterdir():
            each.unlink()
        filled.write_bytes(original)
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            began = time.monotonic()
            if kill_after_s is not None:
                time.sleep(kill_after_s)
                process.kill()
        return time.monotonic() - began

    # How long it takes depends on the computer and on what else it does: the moments are spread over that.
    whole_s = migrate(None)
    seen = set()
    for attempt in range(60):
        migrate(whole_s * attempt / 40)
        version = contents(filled)["version"]
        seen.add(version)
        assert contents(filled)["counts"]["messages"] == 6  # type: ignore[index]
        if version == "0002":
            assert dump(schema.backup_path(filled, "0002"))
    assert seen == {"0001", "0002"}


def test_rule_3_a_step_that_loses_triggers_is_taken_back(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    with pytest.raises(BugError, match="would lose incidents_search_update"):
        schema.bring_up_to_date(filled, scripts=steps(tmp_path, FORGETS_TRIGGERS), head="0002")
    assert dump(filled) == before


def test_rule_4_every_constraint_and_index_has_a_name(filled: Path) -> None:
    for table in rows.METADATA.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name
    with closing(sqlite3.connect(filled)) as connection:
        for (sql,) in connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'"
        ):
            assert sql.count("CHECK (") == sql.count("CONSTRAINT ck_")


def test_rule_5_a_copy_is_made_before_the_first_step(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    schema.bring_up_to_date(filled, scripts=steps(tmp_path, BATCH), head="0002")
    backup = schema.backup_path(filled, "0002")
    assert dump(backup) == before
    assert backup.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in filled.parent.glob("*.before-*")) == [backup.name]


def test_rule_5_an_empty_file_needs_no_copy_and_a_newer_record_is_refused(path: Path, tmp_path: Path) -> None:
    Record.open(path).close()
    assert list(path.parent.glob("*.before-*")) == []
    schema.bring_up_to_date(path, scripts=steps(tmp_path, BATCH), head="0002")
    with pytest.raises(RecordTooNewError):
        schema.bring_up_to_date(path)
    with pytest.raises(RecordTooNewError):
        Record.open(path)


def test_rule_5_there_is_no_way_back() -> None:
    for script in (SHIPPED / "versions").glob("v*.py"):
        assert "def downgrade" not in script.read_text()


def test_rule_6_no_ini_and_the_scripts_are_found_from_anywhere(path: Path, tmp_path: Path) -> None:
    script = f"from pathlib import Path; from composer.record.record import Record; Record.open(Path({str(path)!r})).close()"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(SHIPPED.rglob("*.ini")) == []


OPEN = """
import sys
from pathlib import Path
from composer.record.record import Record
from tests.record import made
print("ready", flush=True)
sys.stdin.readline()
with Record.open(Path(sys.argv[1])) as record:
    record.save_draft(made.draft(id=sys.argv[2]))
"""


def test_of_processes_that_open_a_new_home_at_once_one_migrates_and_all_work(path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(path), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for process in running:
        assert process.stdout is not None
        process.stdout.readline()
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
    with Record.open(path) as record:
        assert {each.id for each in record.drafts()} == {"0", "1", "2", "3"}


def test_a_migration_that_never_ends_elsewhere_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(schema, "LOCK_WAIT_S", 0.1)
    with FileLock(f"{path}.lock"), pytest.raises(RecordBusyError):
        Record.open(path)


def test_who_waited_for_the_migration_has_nothing_left_to_do(filled: Path) -> None:
    before = dump(filled)
    schema.bring_up_to_date(filled)
    assert dump(filled) == before


def test_a_look_at_a_torn_file_is_repeated(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, looks = schema._look, []

    def torn_once(path: Path) -> str | None:
        looks.append(path)
        if len(looks) == 1:
            raise sqlite3.DatabaseError("malformed")
        return real(path)

    monkeypatch.setattr(schema, "_look", torn_once)
    assert schema.read_version(filled) == schema.HEAD
    assert len(looks) == 2
