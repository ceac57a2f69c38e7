# oac: from an OpenAPI document to a C library. `make help` lists the targets.
#
# BUILD chooses the kind of build: release (the default), debug, asan (with UBSan), tsan, clang, coverage.
# CC, CFLAGS, CPPFLAGS and LDFLAGS are the user's; what the project needs is apart from them.

BUILD ?= release
OUT := build/$(BUILD)
BIN := $(if $(filter release,$(BUILD)),build,$(OUT))
# GENERATED is where the bindings are, BOUND where goes what is compiled against them. They differ
# from the defaults while other bindings than those that are checked in are tried: see regen.
GENERATED ?= generated
BOUND ?= $(OUT)
BOUND_BIN := $(if $(filter $(OUT),$(BOUND)),$(BIN),$(BOUND))

ifeq ($(BUILD),clang)
CC := clang
else ifeq ($(origin CC),default)
CC := cc
endif
CFLAGS ?= $(if $(filter release clang,$(BUILD)),-O2 -g,$(if $(filter coverage,$(BUILD)),-O0 -g,-O1 -g))

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wcast-qual -Wundef -Wvla $(if $(WERROR),-Werror)
SANITIZE_asan := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
SANITIZE_tsan := -fsanitize=thread
SANITIZE_coverage := --coverage -fprofile-update=atomic
OWN_CFLAGS := -std=c11 $(WARNINGS) -fvisibility=hidden -MMD -MP $(SANITIZE_$(BUILD))
OWN_LDFLAGS := $(SANITIZE_$(BUILD))
# V=1 shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)	$(2)")
COMPILE = $(CC) $(OWN_CFLAGS) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS)

LIBS := -lcurl -lcjson -lpthread -lm
TEST_LIBS := -lyaml $(LIBS) -lmicrohttpd -lnghttp2 -lgnutls -lcmocka

# What a folder may include is what its -I paths reach.
INCLUDE_generator := -Igenerator
INCLUDE_runtime := -Iruntime
INCLUDE_generated := -I$(GENERATED) -Iruntime
INCLUDE_helpers := -Ihelpers $(INCLUDE_generated)
INCLUDE_examples := $(INCLUDE_helpers)
INCLUDE_tests := -Itests/support -Igenerator $(INCLUDE_helpers) -Itests/spec -Itests/server
INCLUDE_bench := $(INCLUDE_helpers)

TEMPLATES := $(sort $(wildcard templates/*.mustache))
RUNTIME := $(sort $(wildcard runtime/*.[ch]))
HELPERS := $(sort $(wildcard helpers/*.[ch]))
objects = $(patsubst %.c,$(OUT)/%.o,$(sort $(wildcard $(1))))
bound = $(patsubst %.c,$(BOUND)/%.o,$(sort $(wildcard $(1))))

GENERATOR_OBJECTS := $(filter-out $(OUT)/generator/main.o,$(call objects,generator/*.c)) $(OUT)/generator/builtin.o
BINDING_OBJECTS := $(patsubst $(GENERATED)/%.c,$(BOUND)/generated/%.o,$(sort $(wildcard $(GENERATED)/*.c)))
LIBRARY_OBJECTS := $(call objects,runtime/*.c) $(BINDING_OBJECTS) $(call bound,helpers/*.c)
SERVER_TEST_OBJECTS := $(addprefix $(OUT)/tests/server/,test_driver.o stream_reader.o)
SERVER_OBJECTS := $(filter-out %_test.o $(SERVER_TEST_OBJECTS),$(call objects,tests/server/*.c))
SUPPORT_OBJECTS := $(call objects,tests/support/*.c) $(SERVER_TEST_OBJECTS)
SPEC_TEST_OBJECTS := $(call objects,tests/spec/compare*.c)

# The examples of other event loops are built where their libraries are.
LIBS_loop_libuv := -luv
LIBS_loop_libevent := -levent_core
without = $(if $(shell printf '\043include <$(2)>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes),,$(1))
EXAMPLE_SOURCES := $(filter-out $(call without,examples/loop_libuv.c,uv.h) \
	$(call without,examples/loop_libevent.c,event2/event.h),$(sort $(wildcard examples/*.c)))
EXAMPLES := $(patsubst examples/%.c,$(BOUND_BIN)/examples/%,$(EXAMPLE_SOURCES))
TEST_SOURCES := $(sort $(wildcard tests/*/*_test.c))
ifneq ($(BOUND),$(OUT))
# Those that use the bindings.
TEST_SOURCES := $(shell for test in $(TEST_SOURCES); do \
	$(CC) $(INCLUDE_tests) -MM $$test | grep -q '$(GENERATED)/' && echo $$test; done)
endif
TESTS := $(patsubst tests/%.c,$(BOUND)/test/%,$(TEST_SOURCES))
BENCHES := $(patsubst bench/%.c,$(BOUND)/bench/%,$(sort $(wildcard bench/*.c)))

.PHONY: all
## all: the compiler, the library, the local server and the examples
all: $(BIN)/oac $(BOUND_BIN)/libopenai.a $(BIN)/assistants-server $(EXAMPLES)

$(OUT)/embed: tools/embed.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -o $@ $<

$(OUT)/generator/builtin.c: $(OUT)/embed $(TEMPLATES) $(RUNTIME) $(HELPERS)
	@mkdir -p $(@D)
	$(call say,EMBED,$@)
	$(Q)$(OUT)/embed $(TEMPLATES:%=TEMPLATE:%) $(RUNTIME:%=RUNTIME:%) $(HELPERS:%=HELPER:%) > $@.tmp && mv $@.tmp $@

$(OUT)/generator/builtin.o: $(OUT)/generator/builtin.c
	$(call say,CC,$<)
	$(Q)$(COMPILE) $(INCLUDE_generator) -c -o $@ $<

# folder, where its objects go, where its sources are
define folder_rule
$(2)/$(1)/%.o: $(3)/%.c
	@mkdir -p $$(@D)
	$$(call say,CC,$$<)
	$$(Q)$$(COMPILE) $$(INCLUDE_$(1)) -c -o $$@ $$<
endef
$(foreach folder,generator runtime tests,$(eval $(call folder_rule,$(folder),$(OUT),$(folder))))
$(foreach folder,helpers examples bench,$(eval $(call folder_rule,$(folder),$(BOUND),$(folder))))
$(eval $(call folder_rule,generated,$(BOUND),$(GENERATED)))
ifneq ($(BOUND),$(OUT))
$(eval $(call folder_rule,tests,$(BOUND),tests))
endif

$(OUT)/libgenerator.a: $(GENERATOR_OBJECTS)
$(BOUND_BIN)/libopenai.a: $(LIBRARY_OBJECTS)
$(OUT)/libsupport.a: $(SUPPORT_OBJECTS) $(SPEC_TEST_OBJECTS)
%.a:
	@mkdir -p $(@D)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BIN)/oac: $(OUT)/generator/main.o $(OUT)/libgenerator.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -Wl,--build-id -o $@ $^ -lyaml

$(BIN)/assistants-server: $(SERVER_OBJECTS)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ -lmicrohttpd -lcjson -lpthread -lm

$(BOUND_BIN)/examples/chat: $(call bound,examples/chat_parts/*.c)
$(BOUND_BIN)/examples/%: $(BOUND)/examples/%.o $(BOUND_BIN)/libopenai.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS) $(LIBS_$*)

$(BOUND)/test/%: $(BOUND)/tests/%.o $(OUT)/libsupport.a $(BOUND_BIN)/libopenai.a $(OUT)/libgenerator.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(TEST_LIBS)

$(BOUND_BIN)/conformance: $(call bound,tests/conformance/*.c) $(OUT)/libsupport.a $(BOUND_BIN)/libopenai.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BIN)/replay: $(OUT)/tests/replay/replay.o $(OUT)/libsupport.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ -lpthread

$(BIN)/corpus-count: $(OUT)/tests/corpus/count.o $(OUT)/libgenerator.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ -lyaml

$(BOUND)/bench/%: $(BOUND)/bench/%.o $(BOUND_BIN)/libopenai.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ -lyaml $(LIBS)

# Objects stay: without this make removes those that only a chain of rules names.
.SECONDARY:

-include $(shell find $(sort $(OUT) $(BOUND)) -name '*.d' 2>/dev/null)

.PHONY: generate
## generate: write generated/ anew from spec/assistants.yaml
generate: $(BIN)/oac
	$(BIN)/oac generate spec/assistants.yaml --config spec/oac.yaml --out generated

.PHONY: regen
## regen: the same bindings from the vendor's document, tried by our tests: make regen SPEC=FILE
regen: $(BIN)/oac $(BIN)/assistants-server
	@test -n "$(SPEC)" || { echo "usage: make regen SPEC=FILE"; exit 2; }
	$(BIN)/oac generate $(SPEC) --config spec/oac.yaml --overlay spec/overlay.yaml \
		--path '/assistants*' --path '/threads*' --out build/regen/source
	@$(MAKE) --no-print-directory GENERATED=build/regen/source BOUND=build/regen binaries
	@tests/regen.sh

.PHONY: all-of-it
## all-of-it: bindings for the vendor's whole document, with an example: make all-of-it SPEC=FILE
all-of-it: $(BIN)/oac
	@test -n "$(SPEC)" || { echo "usage: make all-of-it SPEC=FILE"; exit 2; }
	$(BIN)/oac generate $(SPEC) --config spec/oac.yaml --config spec/all.yaml --overlay spec/overlay.yaml \
		--out build/all/source
	@$(MAKE) --no-print-directory GENERATED=build/all/source BOUND=build/all build/all/examples/all/responses

.PHONY: demo
## demo: build, regenerate, and run the README's example against the local server
demo:
	@tools/install-packages.sh demo
	@tests/demo.sh

.PHONY: binaries
binaries: all $(TESTS) $(BOUND_BIN)/conformance $(BIN)/corpus-count $(BIN)/replay

.PHONY: check
## check: build, and run the quick tests (under 30 s)
check:
	@tools/install-packages.sh test
	@$(MAKE) --no-print-directory BUILD=$(BUILD) binaries
	@tests/run.sh check $(BUILD)

.PHONY: test
## test: everything that must pass; installs what is missing
test:
	@tools/install-packages.sh test
	@tests/run.sh test

.PHONY: coverage
## coverage: which lines of runtime/ and helpers/ the test programs reach
coverage:
	@tools/install-packages.sh test
	@$(MAKE) --no-print-directory -s BUILD=coverage binaries
	@tests/coverage.sh build/coverage

.PHONY: conformance
## conformance: compare with recordings: make conformance GOLDENS=DIR
conformance: $(BIN)/conformance
	@test -n "$(GOLDENS)" || { echo "usage: make conformance GOLDENS=DIR"; exit 2; }
	$(BIN)/conformance $(GOLDENS)

.PHONY: roundtrip
## roundtrip: samples through the bindings of a document: make roundtrip SPEC=FILE SAMPLES=FILE
roundtrip: all
	@tests/roundtrip/run.sh $(SPEC) $(SAMPLES)

.PHONY: corpus
## corpus: generate, compile and link every document of a folder: make corpus SPECS=DIR
corpus: all $(BIN)/corpus-count
	@test -n "$(SPECS)" || { echo "usage: make corpus SPECS=DIR"; exit 2; }
	@tests/corpus/run.sh $(SPECS)

.PHONY: bench
## bench: ratios against limits and peers, in one run
bench:
	@tools/install-packages.sh test
	@$(MAKE) --no-print-directory all $(BENCHES)
	@bench/run.sh

.PHONY: fuzz
## fuzz: fuzz the readers for SECONDS each (default 60)
fuzz:
	@tools/install-packages.sh fuzz
	@$(MAKE) --no-print-directory -s all
	@tests/fuzz/run.sh $(or $(SECONDS),60)

.PHONY: golden
## golden: write the golden expectations anew; read the difference
golden: all
	@tests/golden.sh --update

# A test compiles each example of these pages alone; extending.md has a test of its own.
DOC_PAGES := $(addprefix docs/,overview.md lifecycle.md memory.md errors.md streaming.md headers.md configuration.md security.md)

.PHONY: docs
## docs: the reference documentation, to build/docs/html
docs:
	@tools/install-packages.sh docs
	@docs/build.sh --out build/docs --name "Assistants API" -I helpers -I generated -I runtime \
		$(DOC_PAGES:%=--page %) --page docs/extending.md openai_helpers.h oac_transport.h
	$(call say,DOC,build/docs/html/index.html)

include install.mk

.PHONY: clean
## clean: remove build/
clean:
	rm -rf build

.PHONY: help
## help: this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)
