# Every target sets up .venv by itself; only Python 3.11 or later and make are needed.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
BIN := .venv/bin

.PHONY: help demo docs man check format test laws bench bench-archive clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

demo: .venv/runs ## Print the report on the articles in fixtures/bakhmut
	@$(BIN)/factcheck check fixtures/bakhmut/*.txt || test $$? -eq 1

docs: .venv/develops ## Write what is made of rules and stories: docs/rules.md, docs/report.svg, fixtures/*/expected.out
	$(BIN)/factcheck rules --markdown --types docs/types.tsv --output docs/rules.md
	$(BIN)/python -m tests.test_stories

man: .venv/develops ## Write the manual pages of all commands into man/
	$(BIN)/python scripts/manual.py man

check: .venv/develops ## Run all that CI runs: format, lint, imports, types, tests, coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --cov

format: .venv/develops ## Put the code into the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: .venv/develops ## Run the quick tests
	$(BIN)/pytest -m "not slow"

laws: .venv/develops ## Hold the laws against cases that were not tried before
	$(BIN)/pytest -n 2 --hypothesis-profile=curious -m "not slow"

bench: .venv/runs .venv-bench/peers ## Measure speed beside other programs, and write docs/benchmarks.md
	$(BIN)/python -m benchmarks.run

bench-archive: .venv/develops ## Measure the archive with claims by the million, and write docs/archive-figures.md
	$(BIN)/python -m benchmarks.archive $(if $(ARTICLES),--articles $(ARTICLES))

clean: ## Remove what the other targets made
	rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist *.egg-info

.venv/runs: setup.cfg pyproject.toml Makefile
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or later; name one with: make PYTHON=..." >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/develops: .venv/runs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

# The programs that we are measured against need no place in .venv; what cannot be installed is left out.
.venv-bench/peers:
	$(PYTHON) -m venv .venv-bench
	for peer in dateparser quantulum3 recognizers-text-suite "emoji<2" atheris; do \
		.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check $$peer || true; done
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@
