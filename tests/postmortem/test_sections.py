"""Sections: what is still to be written, and by when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from composer.domain.deadlines import Milestone
from composer.postmortem.sections import Section, sections

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)


def test_the_templates_own_brackets_are_counted_and_a_persons_are_not() -> None:
    text = "# T: [x y]\n\n## Impact\n\n| Users | [Number] |\n| Data | \\[typed\\] |\n- [ ] task\n- [x] done\n[link](http://x)\n\n## Timeline\n\nAll\n"
    asked = (Milestone("a", "Complete the timeline and impact sections", NOW), Milestone("b", "Other", NOW))
    assert sections(text, asked) == (Section("Impact", 1, NOW), Section("Timeline", 0, NOW))


def test_a_section_that_no_deadline_names_has_none() -> None:
    later = NOW + timedelta(hours=48)
    found = sections(
        "## Lessons\n[a] [b]\n## Root Cause Analysis\n", (Milestone("r", "Complete root cause", later),)
    )
    assert found == (Section("Lessons", 2, None), Section("Root Cause Analysis", 0, later))
    assert sections("") == ()
