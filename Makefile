# Sayso's two commands are `make pipeline` and `make test`; `make help` lists the others.
#
# Works from any folder (`make -C sayso pipeline`) and with -j. Needs no network once the packages that Sayso builds
# on have been fetched, which the first build does.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# What to run: the name of a recipe in Pipelines/, or the path of a recipe anywhere. ARGS goes to `sayso run` as it is.
PIPELINE ?= korea-summit
ARGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
# For golden, test: only the tests that match this.
FILTER ?=
# The interpreter for the checks of the output; .ci/run makes one that has frictionless.
PYTHON ?= $(firstword $(wildcard .build-ci/venv/bin/python) python3)

# For bench-runs, check and soak. (SECONDS in the environment is bash's own, so only the command line counts.)
ARTICLES ?=
CHECKS ?=
SEED ?= 1
SOAK_SECONDS := $(if $(filter command line,$(origin SECONDS)),$(SECONDS),3600)

export PIPELINE

# The import check makes the floors of the house a rule: a module that imports what it does not declare does not build.
SWIFT_FLAGS := --explicit-target-dependency-import-check error -Xswiftc -cross-module-optimization

# Two scratch folders, because the two builds differ in a flag that every module is compiled with, and one folder
# would be rebuilt from nothing at each change from one to the other: minutes on 2 cores, dependencies and all, where
# a build with nothing to do takes seconds. Tests need -enable-testing, which keeps the optimizer from what it may do
# in a closed module, so what is shipped and measured is built without it. `swift test` builds every product, so the
# tests start the `sayso` beside their own bundle, never the one in .build.
#
# The release has the Swift libraries inside, so that `sayso` can be copied to a machine without Swift. (lld, because
# the default linker warns about a function of Foundation at every static link.) It leaves out the run-time checks for
# overlapping access, which the tests' build has.
RELEASE := swift build --scratch-path .build -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xswiftc -enforce-exclusivity=unchecked $(SWIFT_FLAGS)
TEST := swift test --scratch-path .build-tests -c release -Xswiftc -enable-testing $(SWIFT_FLAGS)
SAYSO := .build/release/sayso

# A build under cron says nothing unless it fails; on a terminal it shows how far it is.
QUIET := $(if $(MAKE_TERMOUT),,--quiet)

# What may stand at the top of the repository. Anything else belongs in one of these folders.
TOP_LEVEL := .ci .gitignore .swift-format CHANGELOG.md LICENSE Makefile NOTICE Output Package.resolved Package.swift \
    Pipelines README.md Sources Tests

.PHONY: pipeline test build lint golden bench bench-runs check soak schedule check-output install clean setup help

pipeline: build ## Build, then run a recipe: PIPELINE=korea-summit (a name or a path) ARGS=
	@recipe=$$PIPELINE; \
	if [ -f "Pipelines/$$recipe.yaml" ]; then recipe="Pipelines/$$recipe.yaml"; fi; \
	$(SAYSO) run "$$recipe" $(ARGS)

test: setup ## Build and run all tests: FILTER= for some of them
	@$(TEST) $(if $(FILTER),--filter '$(FILTER)')

build: setup ## Build the sayso command in release: .build/release/sayso
	@$(RELEASE) --product sayso $(QUIET)

lint: setup ## Check the format of the Swift files and that the top level holds only what belongs there
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests
	@stray=$$({ git ls-files --cached --others --exclude-standard 2>/dev/null || ls -A; } \
	    | cut -d / -f 1 | sort -u | { grep -vxF -f <(printf '%s\n' $(TOP_LEVEL)) || true; }); \
	if [ -n "$$stray" ]; then \
	    echo "These do not belong at the top level (see TOP_LEVEL in the Makefile):" $$stray >&2; exit 1; fi

golden: setup ## Record the expected outputs of the tests anew; read the difference before you commit it
	@SAYSO_RECORD=1 $(TEST) --filter '$(or $(FILTER),Golden)'

bench: build ## Measure speed, scaling, memory and each component: RUNS=5 BENCH_SPEED_MB=40 BENCH_MB=1000 BENCH_INPUT=
	@$(RELEASE) --product sayso-train $(QUIET)
	@Tests/Benchmarks/bench.sh $(SAYSO)
	@echo
	@Tests/Benchmarks/components.sh .build/release/sayso-train
	@Tests/Benchmarks/loading.sh $(SAYSO)

bench-runs: build ## Measure what a run costs when little has changed: ARTICLES="1000 100000"
	@python3 -B Tests/Benchmarks/incremental.py $(SAYSO) $(ARTICLES)

check: setup ## Sanitizers, every fault, 200 kills, fuzzing; an hour or more: CHECKS="address thread faults fuzz" FUZZ_SECONDS=60
	@.ci/check $(CHECKS)

soak: build ## Change inputs and kill runs for an hour, and compare every output: SECONDS=3600 SEED=1
	@python3 -B Tests/Soak/soak.py $(SAYSO) $(SOAK_SECONDS) $(SEED)

schedule: build ## Print how to run a recipe on a schedule; INSTALL=1 sets it up: PIPELINE= WITH=cron|systemd AT= ON=
	@recipe=$$PIPELINE; \
	if [ -f "Pipelines/$$recipe.yaml" ]; then recipe="Pipelines/$$recipe.yaml"; fi; \
	.ci/schedule "$$(command -v '$(PREFIX)/bin/sayso' || echo $(SAYSO))" "$$recipe"

check-output: pipeline ## Run the recipe, then check all of Output/ with LibreOffice, frictionless and Python's csv
	@$(PYTHON) -B Tests/OutputChecks/check_output.py Output/*/

install: build ## Install sayso under PREFIX=/usr/local
	@install -D -m 755 $(SAYSO) '$(DESTDIR)$(PREFIX)/bin/sayso'

clean: ## Remove what was built; Output/ stays
	@rm -rf .build .build-tests .build-ci .build-asan .build-tsan .build-fuzz

setup:
	@.ci/setup

help: ## List the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile
