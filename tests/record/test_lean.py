"""SQLAlchemy does without asyncio until it asks for it, and has the real one then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import sys
from composer.record.lean import import_sqlalchemy
import_sqlalchemy()
import sqlalchemy
from sqlalchemy.util import concurrency
import composer.services.core
assert not {"asyncio", "ssl", "subprocess"} & set(sys.modules), "SQLAlchemy asks for it at once"

with sqlalchemy.create_engine("sqlite://").connect() as connection:
    try:
        connection.execute(sqlalchemy.text("select nothing"))
    except sqlalchemy.exc.OperationalError as error:
        print(error.orig)
import asyncio
assert asyncio.__spec__ and concurrency.is_exit_exception(asyncio.TimeoutError())
async def soon(): pass
one = soon()
assert concurrency.iscoroutine(one)
asyncio.run(one)
"""


def test_asyncio_comes_when_sqlalchemy_asks_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert not done.stderr
    assert done.stdout == "no such column: nothing\n"
