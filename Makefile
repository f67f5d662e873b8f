# Everything here sets itself up: a virtual environment from the hash-locked files, nothing outside this folder.
# `make help` lists the commands.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
# What `make run` starts; nothing means the window: make run RUN=rehearse.
RUN ?=
# Further words for pytest: make test PYTEST_ARGS="-x -k outbox".
PYTEST_ARGS ?=

.PHONY: help run test check bench sweep guard frozen translations screenshots lock clean moved

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

run: $(VENV)/.ready-to-run ## set up, then open the window (RUN=rehearse, or RUN="..." for another command)
	@# Only the window needs libraries of the system: a command runs without them.
	@$(if $(filter-out --%,$(firstword $(RUN))),,$(PY) tests/system_packages.py run)
	@$(VENV)/bin/incident-composer $(RUN)

test: ## set up, check, and run all tests with their coverage gate
	@$(call find_python); "$$python" tests/system_packages.py test
	@$(MAKE) --no-print-directory check tests/page/node_modules/.ready
	@rm -f .coverage coverage.json
	@# Three workers on two cores: a quarter of the time is spent waiting for holds, services and processes.
	@# A file's tests stay together, as some share what is costly to make; tests/conftest.py says which come first.
	@# The workers must see the same tests in the same order, also where a set was spread into cases.
	@# Compiled files may be kept, whatever is set here: each of some thousand processes would compile the program again.
	@$(find_memory); trap 'rm -rf "$$memory"' EXIT; set -x; \
	PYTEST_DEBUG_TEMPROOT="$$memory" PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n 3 --dist loadfile \
		--no-loadscope-reorder --cov --cov-report=json --cov-report=term:skip-covered $(PYTEST_ARGS)
	$(PY) -m tests.coverage_gate coverage.json

check: $(VENV)/.ready-to-test ## lint, format, types, and the arrows between the rooms
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo

bench: $(VENV)/.ready-to-test ## measure floors and program in one run
	$(PY) -m benchmarks

sweep: $(VENV)/.ready-to-test ## long kill loops, sweeps and mutation tests, with their figures
	@$(PY) tests/system_packages.py sweep
	$(PY) -m pytest -m sweep --timeout=3600 -s $(PYTEST_ARGS)
	$(PY) -m tests.mutation
	$(PY) -m tests.guard

guard: $(VENV)/.ready-to-test ## what the guard finds and stops of its corpus, and which contradictions it tells, with every fault by name
	$(PY) -m tests.guard

frozen: $(VENV)/.ready-to-test ## a folder that runs without Python: dist/incident-composer/
	@$(PY) tests/system_packages.py frozen
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build packaging/incident-composer.spec

translations: $(VENV)/.ready-to-test ## gather the window's words, pack their translations, list what is missing (FILL=words.json puts them in)
	$(PY) -m tests.translations $(if $(FILL),--fill "$(FILL)")

screenshots: $(VENV)/.ready-to-test ## paint every screen of a practice incident into docs/screenshots (SIZE=1024x700 SCALE=1.5 SPEAK=de TO=folder)
	$(PY) -m tests.screenshots $(if $(SIZE),--size $(SIZE)) $(if $(SCALE),--scale $(SCALE)) \
		$(if $(SPEAK),--language $(SPEAK)) $(if $(TO),--to "$(TO)")

lock: ## make the lock files anew from requirements*.in and package.json
	@$(call find_python); \
	tools="$$(mktemp -d)"; trap 'rm -rf "$$tools"' EXIT; \
	"$$python" -m venv "$$tools"; \
	"$$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv; \
	for name in requirements requirements-test; do \
		"$$tools/bin/uv" --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header --upgrade "$$name.in" -o "$$name.lock"; \
	done
	cd tests/page && rm -f package-lock.json && npm install --package-lock-only --ignore-scripts
	@# Addresses of sponsors are no part of a lock.
	cd tests/page && node -e "$$DROP_SPONSORS"
	@! grep -n '://' requirements.lock requirements-test.lock tests/page/package-lock.json

define DROP_SPONSORS
const fs = require("fs"), name = "package-lock.json", lock = JSON.parse(fs.readFileSync(name));
for (const entry of Object.values(lock.packages)) delete entry.funding;
fs.writeFileSync(name, JSON.stringify(lock, null, 2) + "\n");
endef
export DROP_SPONSORS

clean: ## remove what make made (your home folder and its record stay)
	rm -rf $(VENV) build dist tests/page/node_modules mutants htmlcov .coverage coverage.json
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Set-up -----------------------------------------------------------------------------------------------------

# Sets the shell variable `python` to a Python of 3.11 or newer that can make virtual environments.
define find_python
python=""; old=""; \
for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v "$$name" >/dev/null || continue; \
	if ! "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then old="$$name"; continue; fi; \
	python="$$name"; break; \
done; \
if [ -z "$$python" ]; then \
	echo "Python 3.11 or newer is needed$${old:+ ($$old is older)}. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; \
	exit 1; \
fi; \
if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
	echo "$$python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; \
	exit 1; \
fi
endef

# Sets the shell variable `memory` to a new folder for the tests' files: in memory where there is plenty, as no test is about a power cut.
define find_memory
memory="$${TMPDIR:-/tmp}"; \
if [ -w /dev/shm ] && [ "$$(df -Pk /dev/shm | awk 'NR == 2 { print $$4 }')" -gt 4000000 ]; then memory=/dev/shm; fi; \
memory="$$(mktemp -d "$$memory/tests-XXXXXX")"
endef

# An environment knows its own path: one that was moved or copied here, or lost its Python, is made anew.
ifneq ($(shell $(PY) -c 'import sys; print(sys.prefix)' 2>/dev/null && cat $(VENV)/.place 2>/dev/null),$(CURDIR)/$(VENV) $(CURDIR))
$(VENV)/.place $(VENV)/.ready-to-run $(VENV)/.ready-to-test: moved
endif

moved:

$(VENV)/.place:
	@$(call find_python); \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	rm -rf $(VENV); \
	"$$python" -m venv $(VENV)
	@pwd > $@

# One environment serves both: the test lock holds everything of the other one, in the same releases.
$(VENV)/.ready-to-run: requirements.lock pyproject.toml | $(VENV)/.place
	@if [ ! -e $(VENV)/.ready-to-test ]; then \
		echo "Installing what the program needs"; \
		$(INSTALL) --no-deps --require-hashes --only-binary :all: -r requirements.lock; \
		$(INSTALL) --no-deps --no-build-isolation --editable .; \
	else \
		$(MAKE) --no-print-directory $(VENV)/.ready-to-test; \
	fi
	@touch $@

$(VENV)/.ready-to-test: requirements.lock requirements-test.lock pyproject.toml | $(VENV)/.place
	@echo "Installing what the tests need"
	@$(INSTALL) --no-deps --require-hashes --only-binary :all: -r requirements-test.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

tests/page/node_modules/.ready: tests/page/package.json tests/page/package-lock.json tests/page/.npmrc
	@echo "Installing what the page tests need"
	@cd tests/page && npm ci --ignore-scripts --silent
	@touch $@
