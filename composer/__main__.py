"""`python -m composer`: the command line, without Qt."""

from composer.cli.main import run

run()
