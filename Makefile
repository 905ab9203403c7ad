# Everything that is done to connote, by name. `make demo` and `make test` need Rust, Python with pip, and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REFERENCE ?= ../shared/reference
CORPUS ?= ../shared/corpus/articles_dev.jsonl.gz

.PHONY: demo test test-rust test-python test-browser test-spark test-recipes lint fmt docs docs-site docs-test pictures deny golden \
    fuzz fuzz-seeds mutants bench instructions instructions-record peers textstat quality fit wheel clean

# Builds the wheel, soon rather than fast (profile demo), installs it and reports on the sample article.
demo: $(VENV)/demo
	$(BIN)/connote report examples/sample_article.txt

# All Rust and Python tests.
test: test-rust test-python

test-rust:
	cargo test --workspace --all-features

test-python: $(VENV)/test
	$(BIN)/maturin develop --quiet
	$(BIN)/python -m pytest

# The pages in a headless Chromium, which is installed if it is missing; BROWSER=no leaves them out, and says so.
test-browser: $(VENV)/browser
ifeq ($(BROWSER),no)
	@echo "NOT TESTED: the pages in a browser" >&2
else
	command -v chromium || command -v google-chrome || { apt-get update && apt-get install -y --no-install-recommends chromium; }
	$(BIN)/maturin develop --quiet
	$(BIN)/python -m pytest tests/browser
endif

# A Spark cluster on loopback, one of whose workers is killed; installs pyspark, and Java if it is missing.
test-spark: $(VENV)/spark
	command -v java || { apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless; }
	$(BIN)/maturin develop --quiet
	$(BIN)/python -m pytest tests/distributed/test_spark.py

# The recipes of docs/scaling.md; installs Ray, Daft, Dask and datasets, away from what the other tests have.
test-recipes: $(VENV)/recipes
	. $(VENV)/recipes/bin/activate && $(CURDIR)/$(BIN)/maturin develop --quiet
	$(VENV)/recipes/bin/python -m pytest tests/distributed/test_recipes.py

# Formatting, clippy, the documentation and the type stub, all without a warning.
lint: $(VENV)/test
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --all-features -- -D warnings
	cargo clippy --no-default-features -- -D warnings
	for trainer in train/*/; do cargo check --quiet --target-dir target --manifest-path $$trainer/Cargo.toml || exit 1; done
	$(MAKE) docs
	$(BIN)/maturin develop --quiet
	$(BIN)/python -m mypy.stubtest connote --mypy-config-file pyproject.toml
	$(BIN)/python -m mypy

# The licences, sources and doubles of all dependencies; installs cargo-deny.
deny:
	command -v cargo-deny || cargo install --locked cargo-deny
	cargo deny check licenses bans sources

# Writes the hashes of the golden reports anew, after a change of numbers that is meant.
golden:
	CONNOTE_GOLDEN=write cargo test --all-features --test golden

# Texts that libFuzzer makes of the seeds of a target, for so many seconds; installs cargo-fuzz.
TARGET ?= report
SECONDS ?= 3600
fuzz:
	command -v cargo-fuzz || cargo install --locked cargo-fuzz
	$(PYTHON) fuzz/seeds.py unpack $(TARGET)
	RUSTC_BOOTSTRAP=1 cargo fuzz run -s none $(TARGET) fuzz/corpus/$(TARGET) benches/texts examples -- \
	    -max_len=4096 -max_total_time=$(SECONDS)

# Writes the seeds of a target anew, from what it was led by.
fuzz-seeds:
	RUSTC_BOOTSTRAP=1 $(PYTHON) fuzz/seeds.py pack $(TARGET)

# Whether the tests of the core notice each small change of a measure; installs cargo-mutants.
# FILE=src/measures/loaded is a part of them.
FILE ?= src/measures
mutants:
	command -v cargo-mutants || cargo install --locked cargo-mutants
	CARGO_PROFILE_DEV_DEBUG=0 cargo mutants --output target --file '$(FILE)/**'

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

# The documentation site, below target/site: tutorials are run, the Python reference is made from the stub, that of Rust by
# cargo. The Spark tutorial needs Java, which is installed if it is missing; SPARK=no leaves its cells out, and says so.
SITE := $(CURDIR)/target/site
docs-site: $(VENV)/docs docs
ifeq ($(SPARK),no)
	@echo "NOT RUN: the cells of the Spark tutorial" >&2
else
	$(MAKE) $(VENV)/spark
	command -v java || { apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless; }
endif
	$(BIN)/maturin develop --quiet
	rm -rf $(SITE)
	. $(BIN)/activate && SPARK=$(SPARK) sphinx-build -q -W --keep-going -b html docs $(SITE)
	cp -r $${CARGO_TARGET_DIR:-target}/doc $(SITE)/rust

# Its links, the code on it, and what it says of the program.
docs-test: docs-site
	CONNOTE_SITE=$(SITE) $(BIN)/python -m pytest tests/docs

# Takes the pictures of the documentation anew.
pictures: $(VENV)/browser
	$(BIN)/maturin develop --quiet
	$(BIN)/python docs/pictures/make.py

# Bytes a second of every part; CONNOTE_CORPUS=FILE.jsonl.gz takes another corpus than the bundled one.
bench:
	cargo bench --bench analyze --features arrow

# Instructions of fixed workloads against their record, whatever else the machine does; installs valgrind if it is missing.
instructions:
	$(PYTHON) -m benches.instructions

# Writes the record anew, after a change that is meant to change it.
instructions-record:
	$(PYTHON) -m benches.instructions --record

# connote beside the pipeline that it replaces, in one run.
peers: $(VENV)/test
	$(BIN)/pip install --quiet -r benches/peers/requirements.txt
	$(BIN)/maturin develop --quiet --release
	$(BIN)/python -m benches.peers $(CORPUS)
	$(BIN)/python -m benches.peers.readability $(CORPUS)
	$(BIN)/python -m benches.peers.diversity $(CORPUS)
	$(BIN)/python -m benches.peers.formulas examples/sample_article.txt

# connote.compat.textstat on the texts of textstat's own tests, which only its source has: every difference, and its reason.
textstat: $(VENV)/quality
	$(BIN)/pip download --quiet --no-deps --no-binary textstat --dest target/textstat textstat==0.7.13
	$(BIN)/maturin develop --quiet
	$(BIN)/python -m benches.peers.compat target/textstat/textstat-0.7.13.tar.gz

# The core against the reference data: one table of figures and goals; ARGUMENTS="--only words --misses 20" says more.
quality: $(VENV)/quality
	$(BIN)/maturin develop --quiet --release
	$(BIN)/python -m quality --reference $(REFERENCE) $(ARGUMENTS)

# Fits the values of words in news, and cross-validates them: writes lexicons/news.tsv.
fit:
	cargo run --release --manifest-path train/sentiment/Cargo.toml -- $(REFERENCE)/sentiment/vader_golden.tsv.gz

# The wheel for Linux and the source, below target/dist, as a release has them, and checked. The wheel is the same bytes wherever
# a commit is built: it has no path and no time of the machine.
DIST := target/dist
wheel: $(VENV)/wheel
	rm -rf $(DIST)
	. $(BIN)/activate && SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) \
	    RUSTFLAGS="--remap-path-prefix=$${CARGO_HOME:-$$HOME/.cargo}=/cargo --remap-path-prefix=$(CURDIR)=/connote" \
	    maturin build --quiet --release --locked --zig --compatibility manylinux2014 --out $(DIST)
	$(BIN)/python packaging/portable.py $(DIST)/*.whl
	$(BIN)/maturin sdist --out $(DIST)
	$(BIN)/twine check --strict $(DIST)/*
	$(BIN)/auditwheel show $(DIST)/*.whl
	sha256sum $(DIST)/*

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)

# What the demo needs: the wheel itself.
$(VENV)/demo: $(BIN)/pip $(shell git ls-files src lexicons templates python Cargo.toml Cargo.lock pyproject.toml)
	MATURIN_PEP517_ARGS="--profile demo" $(BIN)/pip install --quiet .
	touch $@

# What builds and checks the wheel.
$(VENV)/wheel: $(BIN)/pip packaging/requirements.txt
	$(BIN)/pip install --quiet -r packaging/requirements.txt
	touch $@

# What the tests need: the package as it stands in the sources, and what it is tested with.
$(VENV)/test: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet "maturin>=1.16,<2"
	$(BIN)/maturin develop --quiet --extras test
	touch $@

# What the tests in a browser need besides.
$(VENV)/browser: $(VENV)/test tests/browser/requirements.txt
	$(BIN)/pip install --quiet -r tests/browser/requirements.txt
	touch $@

# What the documentation needs besides.
$(VENV)/docs: $(VENV)/test docs/requirements.txt
	$(BIN)/pip install --quiet -r docs/requirements.txt
	touch $@

# What the tests on a cluster need besides.
$(VENV)/spark: $(VENV)/test
	$(BIN)/maturin develop --quiet --extras spark
	touch $@

# What the recipes need: they resolve to other versions of the libraries than the tests do.
$(VENV)/recipes: $(VENV)/test tests/distributed/requirements.txt
	$(PYTHON) -m venv $@
	$@/bin/pip install --quiet pytest pandas -r tests/distributed/requirements.txt
	touch $@

# What the reference data needs besides.
$(VENV)/quality: $(VENV)/test quality/requirements.txt
	$(BIN)/pip install --quiet -r quality/requirements.txt
	touch $@

clean:
	rm -rf target $(VENV)
