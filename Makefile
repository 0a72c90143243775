# The front door. Each target installs what it needs (see .ci/setup) and says so; nothing is silent but success.
.DEFAULT_GOAL := help
DEBUG := .build/debug
RELEASE := .build/release
build := swift build

judges := Tests/GatewayTests/Judges
document_judges := Tests/DocumentTests/Judges

.PHONY: help setup demo test bench real run lint coverage postgresql-check gateway-judges document-judges font \
	simulate-money simulate-sittings simulate-attendance deb

help:
	@sed -n 's/^## //p' Makefile

## make demo                 the main job, start to finish, on real processes (builds for debugging)
demo: setup
	@$(build)
	@$(DEBUG)/rollcall-demo story --programs $(DEBUG)
	@$(DEBUG)/rollcall-demo money --programs $(DEBUG)

## make test                 every test, the Python client's among them (builds for debugging)
test: setup
	swift build --build-tests
	swift test --skip-build --disable-xctest
	$(MAKE) --no-print-directory python-test ROLLCALLD=$(CURDIR)/$(DEBUG)/rollcalld

## make gateway-judges       SDKs that are not ours judge the payment gateways and their simulator
gateway-judges: setup $(judges)/.venv/made
	swift build --build-tests
	ROLLCALL_JUDGES=$(CURDIR)/$(judges)/.venv/bin/python swift test --skip-build --disable-xctest --filter JudgeTests

## make document-judges      pyHanko judges the signatures of documents
document-judges: setup $(document_judges)/.venv/made
	swift build --build-tests
	ROLLCALL_JUDGES=$(CURDIR)/$(document_judges)/.venv/bin/python swift test --skip-build --disable-xctest --filter PDFSigningTests

%/.venv/made: %/requirements.txt
	test -x $*/.venv/bin/python || python3 -m venv $*/.venv
	$*/.venv/bin/pip install --quiet --no-compile --disable-pip-version-check -r $*/requirements.txt
	touch $@

## make font                 the font of documents, from Debian's Noto: the same packages give the same bytes
font:
	@.ci/setup python3-fonttools fonts-noto-cjk unicode-data
	/usr/bin/python3 .ci/font Sources/CFont/RollcallSans.otf Tests/DocumentTests/Fixtures/common-characters.txt

## make simulate-money       more histories of money on simulated gateways and disks than make test runs: RUNS=10000, or one again: SEED=39
simulate-money: setup
	swift build --build-tests
	ROLLCALL_MONEY_RUNS=$(or $(RUNS),10000) ROLLCALL_MONEY_SEED=$(SEED) swift test --skip-build --disable-xctest --filter MoneySimulationTests

## make simulate-sittings    more written exams on a server that is killed than make test sits: RUNS=10000
simulate-sittings: setup
	swift build --build-tests
	ROLLCALL_SITTING_RUNS=$(or $(RUNS),10000) swift test --skip-build --disable-xctest --filter 'SittingKillTests|SittingOracleTests'

## make simulate-attendance  more histories of attendance beside the plain reference than make test judges: RUNS=100000
simulate-attendance: setup
	swift build --build-tests
	ROLLCALL_ATTENDANCE_RUNS=$(or $(RUNS),100000) swift test --skip-build --disable-xctest --filter AttendanceHistoryTests

## make postgresql-check     every migration run and every statement prepared by a PostgreSQL of its own
postgresql-check: setup
	@.ci/setup postgresql-15
	swift build --build-tests
	.ci/with-postgresql swift test --skip-build --disable-xctest --filter PostgreSQLTests

## make bench [WORK=name]    speed beside a yardstick, a line a figure (builds optimised); WORK=fairness: beside attackers
bench: setup $(if $(filter certificates,$(WORK)),Tests/Bench/yardstick/.venv/made)
	swift build -c release
	$(MAKE) -C Tests/Bench/yardstick --no-print-directory
	$(RELEASE)/rollcall-bench $(if $(WORK),--work $(WORK)) $(if $(ATTLOG),--attlog $(ATTLOG))

## make deb                  Debian packages in .build/packages: server, terminal, clients (builds optimised, Swift's runtime inside)
deb: setup
	swift build -c release --static-swift-stdlib --scratch-path .build/static
	Packaging/build .build/static/release .build/packages

## make real ATTLOG=file     an attendance terminal's file through a terminal, offline, and synced
real: setup
	@test -n "$(ATTLOG)" || { echo "usage: make real ATTLOG=file" >&2; exit 2; }
	@$(build)
	@$(DEBUG)/rollcall-demo real --programs $(DEBUG) $(ATTLOG)

## make run                  a server with a small province in it, ready to use
run: setup
	@$(build)
	@$(DEBUG)/rollcall-demo province --programs $(DEBUG)

## make generate             whatever follows from Protocol/*.proto and from what server and programs do: Swift, vectors, pages
## make lint                 the style check
lint: setup
	swift format lint --strict -r -p Sources Tests Clients Package.swift

## make coverage             which clause of Docs/Requirements.md is proven, and how
coverage: setup
	@swift build --build-tests >&2
	@ROLLCALL_COVERAGE=.build/coverage.txt swift test --skip-build --disable-xctest --filter CoverageTests >&2
	@cat .build/coverage.txt

## make setup                installs what is missing from Debian; quick and silent when nothing is
setup:
	@.ci/setup

# What `make generate` writes whole from Protocol/*.proto alone; to the vectors it only adds, and of the marked pages it writes
# the parts between marks. Docs/Permissions.md and Docs/Commands.md follow from what the server and the programs do: tests
# write them, and compare them else.
generated := Sources/Vocabulary/Generated Sources/Messages/Generated Tests/MessagesTests/Generated
vectors := Protocol/Vectors/messages
marked := Protocol/README.md Docs/CommandLine.md
page_tests := 'PermissionTests|HelpTests/listed'
protoc := protoc -IProtocol -I/usr/include

.PHONY: generate generate-check vectors-check

# While a handler is missing the build of the second half says so, and the first half is written.
generate: setup .build/protocol.pb
	swift build --product rollcall-generate
	rm -rf $(generated)
	"$$(swift build --show-bin-path)/rollcall-generate" .build/protocol.pb .
	swift format -i -r -p $(generated)
	.ci/protocol-version > Protocol/VERSION
	swift build --build-tests
	ROLLCALL_WRITE_PAGES=1 swift test --skip-build --disable-xctest --filter $(page_tests)

# Fails if what is committed is not what `make generate` would write.
generate-check: setup .build/protocol.pb vectors-check
	swift build --product rollcall-generate
	rm -rf .build/generated && mkdir -p .build/generated/$(vectors) .build/generated/Docs
	cp $(vectors)/*.txt .build/generated/$(vectors)
	for page in $(marked); do cp $$page .build/generated/$$page; done
	"$$(swift build --show-bin-path)/rollcall-generate" .build/protocol.pb .build/generated
	swift format -i -r -p --configuration .swift-format $(addprefix .build/generated/,$(generated))
	for part in $(generated) $(vectors) $(marked); do diff -r $$part .build/generated/$$part || exit 1; done
	.ci/protocol-version | diff Protocol/VERSION -
	swift build --build-tests
	swift test --skip-build --disable-xctest --filter $(page_tests)

# Fails if protoc, which knows nothing of us but the .proto, encodes the text of a vector to other bytes.
vectors-check:
	@mkdir -p .build
	@for file in $(vectors)/*.txt; do \
	    sed -n 's/^hex: \{0,1\}//p' $$file > .build/ours.hex; \
	    sed -n 's/^text: \{0,1\}//p' $$file | while IFS= read -r text; do \
	        printf '%s' "$$text" | $(protoc) --encode=rollcall.$$(basename $$file .txt) Protocol/*.proto \
	            | od -An -v -tx1 | tr -d ' \n'; echo; \
	    done > .build/theirs.hex; \
	    diff .build/ours.hex .build/theirs.hex || { echo "$$file: protoc disagrees"; exit 1; }; \
	done

.build/protocol.pb: $(wildcard Protocol/*.proto)
	@mkdir -p .build
	$(protoc) --include_source_info --descriptor_set_out=$@ Protocol/*.proto

# The client in Python: its environment with the package in it, its types and tests (`ROLLCALLD=…` adds those against a
# built server).
python := Clients/Python
.PHONY: python-venv python-test

python-venv: $(python)/.venv/made

$(python)/.venv/made: $(wildcard $(python)/requirements*.txt) $(python)/pyproject.toml $(python)/setup.py \
		Protocol/VERSION $(wildcard Protocol/*.proto)
	test -x $(python)/.venv/bin/python || python3 -m venv $(python)/.venv
	$(python)/.venv/bin/pip install --quiet --disable-pip-version-check -r $(python)/requirements-test.txt -e $(python)
	touch $@

python-test: python-venv
	cd $(python) && .venv/bin/mypy
	cd $(python) && .venv/bin/python -m tests
