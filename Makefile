# Everything is set up inside .venv; the machine needs only python3 (3.11 or newer), pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= auto
ROOM ?=

.DEFAULT_GOAL := help
.PHONY: help demo test test-floors test-newest check lint types layers format pins pages texts snapshots bench bench-match bench-explain bench-reading fuzz school long mutants cases coverage clean

PYTEST = -m pytest -n $(JOBS) --dist loadscope -q
# One room's tests, and the examples in its docstrings; everything where no room is named.
WHERE = $(if $(ROOM),tests/$(ROOM) $(wildcard src/nastavnik/$(ROOM)))

help:  ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# pip installs into the environment from outside, so that python3-venv's ensurepip is not needed.
$(BIN)/pip:
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet 'pip>=25.1'

$(VENV)/.runtime: pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --editable '.[all]'
	@touch $@

# Contributors and CI get the versions of constraints.txt, each checked by its hash.
$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --no-deps --require-hashes --requirement constraints.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

demo: $(VENV)/.runtime  ## match the invented town and write its plan to ./demo-town
	@$(BIN)/nastavnik demo --out demo-town --replace
	@echo 'Now try: $(BIN)/nastavnik explain demo-town p12'

test: $(VENV)/.dev  ## run every test, example and documented snippet; of one room with ROOM=rules
	$(BIN)/python $(PYTEST) $(WHERE)

test-floors: $(BIN)/uv  ## the same with the lowest versions that pyproject.toml allows
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-floors
	$(BIN)/uv pip compile --quiet --resolution lowest-direct --extra all pyproject.toml --output-file $(VENV)-floors/floors.txt
	$(BIN)/uv pip install --quiet --python $(VENV)-floors --constraints $(VENV)-floors/floors.txt --editable '.[all]' --group dev
	$(VENV)-floors/bin/python $(PYTEST) $(WHERE)

test-newest: $(BIN)/uv  ## the same with the newest versions there are
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-newest
	$(BIN)/uv pip install --quiet --upgrade --python $(VENV)-newest --editable '.[all]' --group dev
	$(VENV)-newest/bin/python $(PYTEST) $(WHERE)

pins: $(BIN)/uv  ## choose the newest versions anew and write constraints.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		--extra all --group dev --group bench pyproject.toml --output-file constraints.txt

$(BIN)/uv: | $(BIN)/pip
	$(BIN)/pip install --quiet --group pin

check: lint types layers  ## lint, types, order of the layers

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy
	$(BIN)/pyright

layers: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev  ## put the code into its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: $(VENV)/.dev  ## write what must not change by accident anew: the model, the plans
	$(BIN)/python tests/helpers/snapshots.py

pages: $(VENV)/.dev texts  ## write the pages and schemas that are made from the code anew
	$(BIN)/python docs/make_pages.py
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_schemas.py

texts: $(VENV)/.dev  ## write every text of the product as one page in each language, to be proof-read
	$(BIN)/python docs/make_texts.py

coverage: $(VENV)/.dev  ## which lines and branches no test reaches
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope -q --cov --cov-report=term-missing

bench: $(VENV)/.dev  ## measure against the peers, in one run
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/chains.py

bench-match: $(VENV)/.dev  ## measure whole matchings: a city, a region, a school
	$(BIN)/python benchmarks/matching.py

bench-reading: $(VENV)/.dev  ## measure the reading of workbooks, in one run with openpyxl
	$(BIN)/python benchmarks/reading.py

bench-explain: $(VENV)/.dev  ## measure what a plan answers: reasons, evidence, what would be if
	$(BIN)/python benchmarks/explaining.py

RUNS ?= 20000
SEEDS ?= 1-5
CASES ?= $(NASTAVNIK_CASES)
HELPER = PYTHONPATH=tests $(BIN)/python -m

fuzz: $(VENV)/.dev  ## make 20000 hostile tables and command lines, and 2000 examples of each drawn test; RUNS=500, ONLY=17
	$(HELPER) helpers.fuzz --runs $(RUNS) $(if $(ONLY),--only $(ONLY))
	$(if $(ONLY),,HYPOTHESIS_PROFILE=deep $(BIN)/python $(PYTEST) -m hypothesis --timeout 7200 tests)

school: $(VENV)/.dev  ## measure a true-to-life school: cells touched by hand, losses in silence
	$(HELPER) helpers.school --seeds $(SEEDS)

long: $(VENV)/.dev  ## the tests of drawn rounds again, with more of them
	NASTAVNIK_LONG=1 $(BIN)/python $(PYTEST) tests/matching tests/proof tests/rules

SAMPLE ?=
SEED ?= 1
MUTANTS = $(if $(SAMPLE),--sample $(SAMPLE)) --seed $(SEED) $(if $(filter-out auto,$(JOBS)),--jobs $(JOBS))

mutants: $(VENV)/.dev  ## change the code in one place after another and see whether the tests notice; ROOM=rules SAMPLE=60 SEED=1
	$(HELPER) helpers.mutants $(ROOM) $(MUTANTS)

cases: $(VENV)/.dev  ## check and match every case of the folder CASES=…
	$(HELPER) helpers.cases $(CASES)

clean:  ## remove the environment and what the tools left
	rm -rf $(VENV) $(VENV)-floors $(VENV)-newest demo-town .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist
