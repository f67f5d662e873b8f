"""Reads what a company brings as data: its plan, its field catalogue, its templates and its rehearsal.

Files in, values of `composer.domain` out; every mistake is told with file, line and key, all of one file at once.
pydantic is imported here, so import this package only when a plan is needed, not at the first paint.
"""

import os

# pydantic would read the description of every package installed, in search of plug-ins; we have none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
