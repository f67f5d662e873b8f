"""Mutation testing of the rules that a wrong message would slip through: how many small faults the tests find.

Run as `python tests/mutation.py` (`make sweep` does). mutmut works in a temporary copy of the tree; nothing is left behind here.
Prints killed and total for each file and the mutants that survived, with what they changed; fails below the floor.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR_PERCENT = 95.0
MUTATED = (
    "composer/domain/delivery.py",
    "composer/domain/staleness.py",
    "composer/domain/due.py",
    "composer/checks/gate.py",
)
TESTS = (
    "tests/domain/test_delivery.py",
    "tests/domain/test_staleness.py",
    "tests/domain/test_due.py",
    "tests/domain/test_security.py",
    "tests/checks/test_gate.py",
)
COPIED = ("composer", "templates", "resources", "pyproject.toml")
COPIED_TESTS = (
    "conftest.py",
    "approved_statement.py",
    "domain/shipped.py",
    *(name.removeprefix("tests/") for name in TESTS),
)
KILLED = ("killed", "timeout", "caught by type check")
NOT_RUN = ("no tests", "not checked", "skipped")

# What can't be reached can't be tested: the end of a match over all events.
UNREACHABLE = ("assert_never\\(",)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder)
        _copy_tree(copy)
        print(f"mutating {', '.join(MUTATED)}; this takes some minutes", flush=True)
        _run(copy, "run")
        results = _results(copy)
        survivors = [name for name, status in results.items() if status not in KILLED]
        for name in survivors:
            print(f"\n{results[name]}:")
            print(_run(copy, "show", name).strip())
    return _report(results)


def _copy_tree(copy: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / name)
    for name in COPIED_TESTS:
        target = copy / "tests" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "tests" / name, target)
    lines = [
        "[mutmut]",
        "source_paths=composer",
        *_setting("only_mutate", MUTATED),
        *_setting("do_not_mutate_patterns", UNREACHABLE),
        *_setting("also_copy", ("templates", "resources")),
        *_setting("pytest_add_cli_args_test_selection", TESTS),
        *_setting("pytest_add_cli_args", ("-p", "no:cacheprovider", "-p", "no:cov", "--hypothesis-seed=0")),
        "use_git_change_detection=false",
    ]
    (copy / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _setting(name: str, values: tuple[str, ...]) -> list[str]:
    # A value of one line would be taken for one word.
    return [f"{name}=", *(f"    {value}" for value in values)]


def _run(copy: Path, *words: str) -> str:
    command = [str(Path(sys.executable).with_name("mutmut")), *words]
    done = subprocess.run(
        command, cwd=copy, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode != 0:
        # Of the spinner only the last turn is worth reading.
        lines = [line.rsplit("\r", 1)[-1] for line in done.stdout.splitlines()]
        sys.exit("\n".join([*lines[-60:], f"mutmut {words[0]} failed ({done.returncode})"]))
    return done.stdout


def _results(copy: Path) -> dict[str, str]:
    """What became of each mutant, by its name."""
    lines = (line.strip() for line in _run(copy, "results", "--all", "true").splitlines())
    return dict(line.rsplit(": ", 1) for line in lines if ": " in line)


def _report(results: dict[str, str]) -> int:
    print()
    for path in MUTATED:
        module = path.removesuffix(".py").replace("/", ".")
        counts = Counter(status for name, status in results.items() if name.startswith(module + "."))
        print(f"{path}: {_killed(counts)} of {counts.total()} killed ({_told(counts)})")
        if not counts:
            print("mutmut made no mutants of it, so nothing was proven.")
            return 1
    counts = Counter(results.values())
    percent = 100 * _killed(counts) / max(1, counts.total())
    print(
        f"all: {_killed(counts)} of {counts.total()} killed, {percent:.1f} % (at least {FLOOR_PERCENT:g} % wanted)"
    )
    return int(percent < FLOOR_PERCENT or any(counts[status] for status in NOT_RUN))


def _killed(counts: Counter[str]) -> int:
    return sum(counts[status] for status in KILLED)


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {status}" for status, count in counts.most_common())


if __name__ == "__main__":
    sys.exit(main())
