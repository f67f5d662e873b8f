"""The home and the clock of these tests; what a home's first opening costs is paid once."""

from tests.cli.command import clock_that_is_told, home_of_its_own
from tests.first_opening import empty_record, quick_first_opening, read_libraries

__all__ = ["clock_that_is_told", "empty_record", "home_of_its_own", "quick_first_opening", "read_libraries"]
