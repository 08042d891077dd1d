# make run    the site on this machine          make test   every test
# make dev    the same while writing code       make check  format, lint, types, settings
# make lock   renew requirements.txt            make bench  measurements
# make chaos  a thousand attempts while the site's programs are killed

PYTHON ?= python3
BIN := .venv/bin
LOCK := uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --upgrade --python-version 3.11

.PHONY: run dev test check lock bench chaos

run: .venv/ready
	@$(BIN)/python -m mediaquiz.launch

dev: .venv/ready
	@$(BIN)/python -m mediaquiz.launch --dev

test: .venv/ready
	$(BIN)/pytest --numprocesses auto --maxprocesses 4

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run
	HTTPS=1 $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/pytest tests/test_imports.py

lock: .venv/ready
	$(BIN)/pip install --quiet uv
	$(BIN)/$(LOCK) --extra test --output-file requirements.txt pyproject.toml

bench: .venv/ready
	@$(BIN)/python -m tests.bench $(ARTICLES)

chaos: .venv/ready
	@$(BIN)/python -m tests.chaos $(CHAOS)

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 14); ok or sys.exit("MediaQuiz needs Python 3.11, 3.12 or 3.13; this is %d.%d. Name another: make PYTHON=python3.12" % sys.version_info[:2])'
	@echo "Installing what MediaQuiz needs into .venv (once, a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@
