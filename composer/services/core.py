"""The core as one object: everything the window and the command line ask for.

The only place where planning, rendering, checks, publishing and the record meet. One object a home and mode; safe to use from several threads.
"""

from __future__ import annotations

from composer.services.changing import Changing
from composer.services.publishing import Published, Publishing

__all__ = ["Published", "Services"]


class Services(Publishing, Changing):
    """The core for one home and one mode.

    `problems` tells what is wrong with the home's own plan, templates and settings; what is shipped is used in their place. `on_change` is called, on a worker
    thread, with each delivery that moved. `by_hand` says that somebody sits there who sends by hand what no connection carries; without it, that blocks.
    """
