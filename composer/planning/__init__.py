"""Reads what a company brings as data: its plan, its field catalogue, its templates and its rehearsal.

Files in, values of `composer.domain` out; every mistake is told with file, line and key, all of one file at once.
pydantic is imported here, so import this package only when a plan is needed, not at the first paint.
"""
