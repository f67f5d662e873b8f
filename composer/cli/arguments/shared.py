"""Arguments that several commands take."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, without the price of importing typing
if TYPE_CHECKING:
    import argparse


def live(parser: argparse.ArgumentParser) -> None:
    """Which record it is about."""
    parser.add_argument("--live", action="store_true", help="the live record instead of practice")


def as_json(parser: argparse.ArgumentParser) -> None:
    """Results for other programs."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON on standard output")


def check(parser: argparse.ArgumentParser, name: str, text: str) -> None:
    """The one action of plans and templates, and what it is done to."""
    parser.add_argument("action", choices=["check"], help="what to do")
    parser.add_argument("path", nargs="?", metavar=name, help=text)


def dry_run(parser: argparse.ArgumentParser) -> None:
    """Whether what would be sent is only shown."""
    parser.add_argument(
        "--dry-run", action="store_true", help="show every request, secrets masked, and send nothing"
    )
