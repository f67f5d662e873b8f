"""What a home's first opening costs is paid once."""

from tests.first_opening import empty_record, quick_first_opening, read_libraries

__all__ = ["empty_record", "quick_first_opening", "read_libraries"]
