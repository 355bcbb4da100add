# `make` lists what there is. Debian packages are installed when missing; a Swift 6.2 toolchain or newer must be there.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# Programs are linked with the static Swift library, so they run where no toolchain is.
# They look for no library beside themselves.
RELEASE  = -c release --static-swift-stdlib --disable-local-rpath
PROGRAMS = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)
SUDO     = $(if $(filter 0,$(shell id -u)),,sudo)

# What --version names; a copy without git says `unknown`.
DATELINE_COMMIT := $(shell git rev-parse --short=12 HEAD 2>/dev/null)$(shell git diff --quiet HEAD 2>/dev/null || echo -dirty)
ifneq ($(filter-out -dirty,$(DATELINE_COMMIT)),)
export DATELINE_COMMIT
endif

# What building needs, and what the tests use beside it.
BUILD_PACKAGES = libxapian-dev libroaring-dev libdeflate-dev
TEST_PACKAGES  = $(BUILD_PACKAGES) xapian-tools curl python3 strace zstd fzf jq mandoc shellcheck vim
VENV_PACKAGES  = python3 $(if $(shell python3 -c 'import ensurepip; print(1)' 2>/dev/null),,python3-venv)
BENCH_PACKAGES = $(BUILD_PACKAGES) xapian-tools g++ liblucene8-java $(VENV_PACKAGES) \
  $(if $(shell command -v javac),,default-jdk-headless)

.DEFAULT_GOAL = help
.PHONY: help build man demo test asan tsan fuzz soak schemathesis format lint bench model docs install deb deb-test deb-boot-test clean build-packages test-packages venv-packages bench-packages deb-packages

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | sed 's/:.*## /\t/' | expand -t 12

build: build-packages ## build both programs for release
	$(SWIFT) build $(RELEASE) --product datelined
	$(SWIFT) build $(RELEASE) --product dateline

man: build ## write the manual and the shells' completion into .build/man and .build/completion
	rm -rf .build/man .build/completion && mkdir -p .build/man .build/completion
	"$(PROGRAMS)/dateline" _man .build/man
	"$(PROGRAMS)/datelined" --experimental-dump-help > .build/man/datelined.json
	"$(PROGRAMS)/dateline" _man --table .build/man/datelined.json --section 8 .build/man
	rm .build/man/datelined.json
	"$(PROGRAMS)/dateline" completion bash > .build/completion/dateline.bash
	"$(PROGRAMS)/dateline" completion zsh > .build/completion/dateline.zsh
	"$(PROGRAMS)/dateline" completion fish > .build/completion/dateline.fish

demo: build ## index the sample articles in seeds/ and run a faceted search
	@sh docs/examples/demo.sh "$(PROGRAMS)"

test: test-packages ## build and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The tests of all modules under a sanitizer take long: MODULES="CorpusTests StoriesTests" and FILTER=REGEX name some.
SANITIZED = SWIFT="$(SWIFT)" FILTER='$(FILTER)' sh Tests/sanitized.sh

asan: test-packages ## run the tests under AddressSanitizer, the C shim's under UBSan and LeakSanitizer too: MODULES, FILTER=REGEX run some
	sh CShims/Tests/run.sh .build/asan
	$(SANITIZED) address $(MODULES)

tsan: test-packages ## run the tests under ThreadSanitizer: MODULES, FILTER=REGEX run some
	$(SANITIZED) thread $(MODULES)

fuzz: build-packages ## feed whatever reads bytes with made-up ones: SECONDS=30 for each target, TARGETS="html query" only these
	$(FUZZ)
	@FUZZ_SECONDS=$(or $(SECONDS),30) sh Tests/Fuzzing/run.sh "$$($(FUZZ) --show-bin-path)/dateline-fuzz" .build/fuzz/state $(TARGETS)

FUZZ = DATELINE_FUZZ=1 $(SWIFT) build -c release --sanitize fuzzer --sanitize address -Xswiftc -enable-testing \
  --scratch-path .build/fuzz --product dateline-fuzz

soak: build test-packages ## run a daemon under mixed load (MINUTES=10) and kill another 200 times
	python3 -B Benchmarks/soak.py "$(PROGRAMS)"
	DATELINE_KILLS=200 $(SWIFT) test --filter KillTests

schemathesis: build venv-packages ## hold a daemon to its own /openapi.json with made-up requests: EXAMPLES=1000 for more
	test -x .build/protocol/bin/schemathesis || { python3 -m venv .build/protocol && \
	  .build/protocol/bin/pip install -q schemathesis openapi-spec-validator prometheus_client; }
	sh Tests/Protocol/schemathesis.sh "$(PROGRAMS)" .build/protocol

format: ## format the Swift sources
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

lint: ## check the format of the Swift sources
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Package.swift

bench: build bench-packages ## compare with other engines: SIZE=100000 make bench is a quick one (reads ../shared/data)
	$(SWIFT) build $(RELEASE) --product dateline-bench
	@python3 -B Benchmarks/bench.py "$(PROGRAMS)"

model: build-packages ## train the tagger's model anew (reads ../shared/data, needs jq)
	$(SWIFT) build $(RELEASE) --product dateline-eval
	gzip -dc ../shared/data/whitehouse/*.gz | jq -r .text | "$(PROGRAMS)/dateline-eval" train --text - \
	  --names ../shared/data/entities/wikiann-train.tsv \
	  ../shared/data/entities/wikigold.tsv index/training/*.txt

docs: ## check that the links between the documents lead somewhere
	sh docs/check-links.sh

install: build man ## install programs, tables, manual, completion and units: make install PREFIX=/usr/local
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/dateline/gazetteers
	install -m 755 "$(PROGRAMS)/dateline" "$(PROGRAMS)/datelined" $(DESTDIR)$(PREFIX)/bin
	install -m 644 index/gazetteers/*.tsv $(DESTDIR)$(PREFIX)/share/dateline/gazetteers
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man8
	install -m 644 .build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 .build/man/*.8 $(DESTDIR)$(PREFIX)/share/man/man8
	install -D -m 644 .build/completion/dateline.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/dateline
	install -D -m 644 .build/completion/dateline.zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dateline
	install -D -m 644 .build/completion/dateline.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dateline.fish
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system $(DESTDIR)/etc/dateline
	sed 's#/usr/bin/#$(PREFIX)/bin/#' Packaging/systemd/datelined.service \
	  > $(DESTDIR)$(PREFIX)/lib/systemd/system/datelined.service
	install -m 644 Packaging/systemd/datelined.socket $(DESTDIR)$(PREFIX)/lib/systemd/system
	test -e $(DESTDIR)/etc/dateline/datelined.conf || \
	  install -m 644 Packaging/datelined.conf $(DESTDIR)/etc/dateline/datelined.conf
	install -m 644 index/README.md index/tagger.model index/spelling-variants.tsv $(DESTDIR)$(PREFIX)/share/dateline

deb: man deb-packages ## build the Debian packages dateline and datelined into .build/deb
	rm -rf .build/deb
	mkdir -p .build/deb/completion
	cp -r .build/man .build/deb/man
	for shell in bash zsh fish; do cp .build/completion/dateline.$$shell .build/deb/completion/$$shell; done
	sh Packaging/deb.sh "$(PROGRAMS)" .build/deb
	lintian --fail-on error .build/deb/*.deb

# The same programs under a higher version stand for the next release.
deb-test: deb ## install, upgrade, remove and purge the packages in a clean root (as root; needs a Debian mirror)
	rm -rf .build/deb-next && mkdir -p .build/deb-next
	cp -r .build/deb/completion .build/deb-next
	if [ -d .build/deb/man ]; then cp -r .build/deb/man .build/deb-next; fi
	sh Packaging/deb.sh "$(PROGRAMS)" .build/deb-next 0.1.1~test
	sh Packaging/test.sh .build/deb .build/deb-next

deb-boot-test: deb ## boot a clean Debian with the packages, and have its systemd handle the daemon (as root; needs a Debian mirror)
	@$(call install-missing,systemd-container)
	sh Packaging/boot.sh .build/deb

clean: ## remove what was built
	rm -rf .build

build-packages:
	@$(call install-missing,$(BUILD_PACKAGES))

test-packages:
	@$(call install-missing,$(TEST_PACKAGES))

venv-packages:
	@$(call install-missing,curl $(VENV_PACKAGES))

deb-packages:
	@$(call install-missing,dpkg-dev binutils lintian mmdebstrap)

bench-packages:
	@$(call install-missing,$(BENCH_PACKAGES))

# Installs those of the Debian packages $(1) that are not there.
define install-missing
missing=; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
if [ -n "$$missing" ]; then echo "installing$$missing"; \
  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; fi
endef
