# How the library is built to be installed, and what goes where. The Makefile includes this.

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR ?= $(PREFIX)/share
INSTALL ?= install

VERSION := $(shell sed -n 's/^.define OAC_VERSION "\(.*\)"/\1/p' runtime/oac_version.h)
# Goes up when a struct that callers know changes its size, or a function goes: see CONTRIBUTING.md.
SOVERSION := 0
SHARED := libopenai.so.$(VERSION)
SONAME := libopenai.so.$(SOVERSION)

# Headers of functions that the library exports, and all that they include.
PUBLIC_ROOTS = $(shell grep -lE '^(extern )?(OAC|OPENAI)_API ' runtime/*.h generated/*.h helpers/*.h)
PUBLIC_HEADERS = $(sort $(filter %.h,$(shell $(CC) $(INCLUDE_helpers) -MM $(PUBLIC_ROOTS) runtime/oac.h helpers/openai_helpers.h)))

# All of its objects may go into a shared library. They depend on this file for a folder that was built otherwise.
$(LIBRARY_OBJECTS): OWN_CFLAGS += -fPIC
$(LIBRARY_OBJECTS): install.mk

$(BIN)/$(SHARED): $(LIBRARY_OBJECTS)
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,$(SONAME) -Wl,--no-undefined -o $@ $^ $(LIBS)

# What is installed: kind of file, where to, from where.
PLACE = $(INSTALL) -d "$(DESTDIR)$(2)" && $(INSTALL) -m $(1) $(3) "$(DESTDIR)$(2)"
FILL = sed -e 's|@PREFIX@|$(PREFIX)|g' -e 's|@LIBDIR@|$(LIBDIR)|g' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|g' \
	-e 's|@VERSION@|$(VERSION)|g' -e 's|@SONAME@|$(SONAME)|g'
# file, folder
PLACE_FILLED = $(INSTALL) -d "$(DESTDIR)$(2)" && $(FILL) packaging/$(1).in > "$(DESTDIR)$(2)/$(1)" && \
	chmod 644 "$(DESTDIR)$(2)/$(1)"
# folder, files in it
PLACED = $(foreach file,$(2),"$(DESTDIR)$(1)/$(file)")

.PHONY: install
## install: oac, library, headers and manuals to DESTDIR/PREFIX (default /usr/local)
install: $(BIN)/oac $(BIN)/libopenai.a $(BIN)/$(SHARED)
	$(call PLACE,755,$(BINDIR),$(BIN)/oac)
	$(call PLACE,644,$(LIBDIR),$(BIN)/libopenai.a)
	$(call PLACE,755,$(LIBDIR),$(BIN)/$(SHARED))
	ln -sf $(SHARED) "$(DESTDIR)$(LIBDIR)/$(SONAME)"
	ln -sf $(SONAME) "$(DESTDIR)$(LIBDIR)/libopenai.so"
	$(call PLACE,644,$(INCLUDEDIR)/openai,$(PUBLIC_HEADERS))
	$(call PLACE_FILLED,openai.pc,$(LIBDIR)/pkgconfig)
	$(call PLACE_FILLED,openai-config.cmake,$(LIBDIR)/cmake/openai)
	$(call PLACE_FILLED,openai-config-version.cmake,$(LIBDIR)/cmake/openai)
	$(call PLACE,644,$(DATADIR)/man/man1,man/oac.1)
	$(call PLACE,644,$(DATADIR)/man/man3,man/openai.3)
	$(call PLACE,644,$(DATADIR)/bash-completion/completions,packaging/oac)
	$(call PLACE,644,$(DATADIR)/zsh/site-functions,packaging/_oac)

.PHONY: uninstall
## uninstall: remove what make install put there
uninstall:
	rm -f $(call PLACED,$(BINDIR),oac) $(call PLACED,$(LIBDIR),libopenai.a libopenai.so $(SONAME) $(SHARED))
	rm -f $(call PLACED,$(INCLUDEDIR)/openai,$(notdir $(PUBLIC_HEADERS)))
	rm -f $(call PLACED,$(LIBDIR)/pkgconfig,openai.pc) \
		$(call PLACED,$(LIBDIR)/cmake/openai,openai-config.cmake openai-config-version.cmake)
	rm -f $(call PLACED,$(DATADIR),man/man1/oac.1 man/man3/openai.3 \
		bash-completion/completions/oac zsh/site-functions/_oac)
	-rmdir "$(DESTDIR)$(INCLUDEDIR)/openai" "$(DESTDIR)$(LIBDIR)/cmake/openai"

.PHONY: dist
## dist: build/oac-VERSION.tar.gz of the files in git; the same bytes each time
dist:
	@tools/dist.sh oac-$(VERSION) build/oac-$(VERSION).tar.gz
