"""A Slack workspace with a memory, and the destination that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from composer.clock import SystemClock
from composer.publishing.destinations.slack import SlackWorkspace
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.wired import api_to


@pytest.fixture
def slack() -> Iterator[Slack]:
    with Slack() as service:
        yield service


@pytest.fixture
def workspace(slack: Slack) -> Iterator[SlackWorkspace]:
    with api_to(slack.url + "/api", TOKEN) as api:
        yield SlackWorkspace(api, lambda _, __: None, SystemClock(), invite=["U024BE7LJ"], settle_s=0)
