"""How well the guard does: what it finds of the leaks in its corpus by kind, what it misses, and which clean texts it stops, and which texts for colleagues; which contradictions it tells, and which consistent drafts it flags.

Run as `python -m tests.guard` (`make guard`), with `--rules FILE` for rules other than the shipped ones. Fails where a leak is missed, a text for colleagues is stopped, or too many clean texts are stopped; where a contradiction is not told as it has to be, or a consistent draft is flagged.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from composer.checks.leaks import LeakGuard
from composer.checks.wording import Wording
from composer.planning.leaks_file import load_leaks
from composer.planning.wording_file import load_wording
from tests.guard import drafts
from tests.guard.corpus import (
    MOST_STOPPED,
    NAMES,
    RULES,
    clean_texts,
    internal_texts,
    leaking_texts,
    measured,
    report,
)

WORDING = RULES.with_name("wording.toml")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.guard")
    parser.add_argument("--rules", type=Path, default=RULES, metavar="FILE")
    guard = LeakGuard(load_leaks(parser.parse_args().rules), never=NAMES)
    leaking, clean = leaking_texts(), clean_texts()
    figures = measured(guard, leaking, clean, internal_texts())
    print(report(figures, leaking, clean))
    wording = Wording(load_wording(WORDING))
    advised = [one for text in clean for one in wording.found(text)]
    texts = sum(1 for text in clean if wording.found(text))
    by_rule = ", ".join(f"{key} {count}" for key, count in Counter(one.rule.key for one in advised).items())
    print(f"clean texts advised on: {texts} of {len(clean)} ({100 * texts / len(clean):.1f} %): {by_rule}")
    told = drafts.measured(drafts.pairs(), drafts.drafts())
    print(drafts.report(told))
    stopped = len(figures.stopped) > MOST_STOPPED * len(clean)
    return int(stopped or bool(figures.missed or figures.held or told.missed or told.flagged))


if __name__ == "__main__":
    raise SystemExit(main())
