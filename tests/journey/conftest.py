"""The home and the clock of these tests."""

from tests.cli.command import clock_that_is_told, home_of_its_own

__all__ = ["clock_that_is_told", "home_of_its_own"]
