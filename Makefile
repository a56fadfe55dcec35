# geppo - build, demo, tests and checks.  `make help` lists the targets.
BUILD  = out/build
PREFIX = /usr/local
CC     = cc
CFLAGS = -O2 -g
DEV    =

PKGS = libxml-2.0 libxslt libexslt sqlite3 pangocairo pangoft2 cairo cairo-pdf \
       fontconfig harfbuzz libgvc zlib liblzma libzstd libzip nettle libcmark yajl xlsxwriter
DEBIAN = gcc make pkg-config libc6-dev libxml2-dev libxslt1-dev libsqlite3-dev \
         libcairo2-dev libpango1.0-dev libgraphviz-dev libcmark-dev \
         zlib1g-dev liblzma-dev libzstd-dev libzip-dev libyajl-dev nettle-dev libxlsxwriter-dev \
         fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho \
         fonts-ipamj-mincho
DEBIAN_TEST = libcmocka-dev valgrind poppler-utils qpdf sqlite3 libxml2-utils xz-utils zstd zip \
         universal-ctags python3-minimal strace chromium curl

WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
       -Wpointer-arith -Wvla -Wwrite-strings $(if $(DEV),-Werror)
BAN  = -include base/ban.h
# asked once, and only when something is compiled
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)
ALLC = -std=c11 $(WARN) -Isrc -I$(BUILD) -D_GNU_SOURCE $(BAN) \
       $(PKG_CFLAGS) $(CFLAGS) $(EXTRA)

SRC   := $(filter-out src/tool/%,$(sort $(wildcard src/*/*.c)))
SQL   := $(sort $(wildcard src/store/*.sql src/store/query/*.sql))
OBJ    = $(SRC:%.c=$(BUILD)/%.o)
LIB    = $(BUILD)/libgeppo.a
GEPPO  = $(BUILD)/geppo
UNIT   = $(patsubst tests/%.c,$(BUILD)/%,$(sort $(wildcard tests/unit/*.c)))
FUZZ   = $(patsubst tests/%.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/*.c)))
SHARE  = templates xsl fonts

all: $(GEPPO)			## build geppo in out/build

# `make V=1` shows the commands
SAY = $(if $(V),,@echo "$(1) $@";)

$(GEPPO): $(BUILD)/src/cmd/main.o $(LIB)
	$(call SAY,ld)$(CC) $(CFLAGS) $(EXTRA) -o $@ $^ $(PKG_LIBS) -lm

$(LIB): $(filter-out %/main.o,$(OBJ))
	$(call SAY,ar)rm -f $@ && ar rcs $@ $^

$(BUILD)/src/%.o: src/%.c $(BUILD)/sql.inc
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(ALLC) -MMD -MP -c -o $@ $<

# macros of this library name what ban.h bans
$(BUILD)/src/emit/xlsx.o: BAN = -include xlsxwriter.h -include base/ban.h

# every .sql file as an array of (name, text), ordered by name; the folder, for a query that goes
$(BUILD)/sql.inc: $(SQL) src/store/query $(BUILD)/embed
	$(call SAY,sql)$(BUILD)/embed $(SQL) > $@.new && mv $@.new $@

TOOLS = $(BUILD)/embed $(BUILD)/benchdata $(BUILD)/measure
$(TOOLS): $(BUILD)/%: src/tool/%.c
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS) -o $@ $<

$(BUILD)/benchscan: src/tool/benchscan.c $(LIB)
	$(call SAY,cc)$(CC) $(ALLC) -o $@ $< $(LIB) $(PKG_LIBS) -lm

$(UNIT): $(BUILD)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(ALLC) -MMD -MP -o $@ $< $(LIB) $(PKG_LIBS) -lm -lcmocka

$(FUZZ): $(BUILD)/fuzz/%: tests/fuzz/%.c $(LIB)
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(ALLC) -MMD -MP -o $@ $< $(LIB) $(PKG_LIBS) -lm

-include $(wildcard $(BUILD)/src/*/*.d $(BUILD)/unit/*.d $(BUILD)/fuzz/*.d)

demo: $(GEPPO)			## packages, build, load the sample, report for October 2026
	$(GEPPO) -w inputs -o out load
	$(GEPPO) -w inputs -o out report all --period 2026-10
	@echo "open out/2026-10/index.html"

pictures: $(GEPPO)		## man/*.svg: pages of the demo, drawn anew
	$(GEPPO) -q -w inputs -o out load >/dev/null
	python3 man/pictures.py $(GEPPO) inputs out man

check: $(GEPPO) $(UNIT) floors names headers sizes fuzz	## packages, build, every test
	tests/run $(BUILD)

check-asan:			## the tests under ASan and UBSan
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0 \
	$(MAKE) BUILD=out/asan EXTRA="-fsanitize=address,undefined -fno-sanitize-recover=all" check-run

check-valgrind: $(GEPPO)	## load and report of the sample under valgrind
	tests/valgrind $(GEPPO)

check-real: $(GEPPO)		## exports of running systems from Debian's packages
	tests/systems/run $(BUILD)

check-run: $(GEPPO) $(UNIT)
	tests/run $(BUILD)

bench: $(GEPPO) $(TOOLS) $(BUILD)/benchscan	## time and memory of the main jobs; SCALE=full: 10 M rows
	tests/bench $(BUILD)

accept: $(GEPPO)		## CASE=stage/name: show the difference, take it as expected
	tests/accept $(BUILD) "$(CASE)"

EXACT = base contract read store facts

floors:				## who includes whom, and no floating point before a verdict
	@awk -f tests/lint/floors.awk src/FLOORS $$(find src -name '*.[ch]' -o -name '*.def' | sort)
	@awk -f tests/lint/exact.awk $(EXACT:%=src/%/*.[ch])

names: $(GEPPO)			## exported symbols begin with the stem of their file
	@tests/lint/names $(BUILD)

headers: | $(BUILD)/sql.inc	## every header compiles alone
	@for h in $$(find src -name '*.h' ! -name ban.h | sort); do \
	    $(CC) $(ALLC) -fsyntax-only -x c $$h || exit 1; done; echo "headers: each compiles alone"

sizes:				## lengths of files and functions
	@tests/lint/sizes

fuzz: $(FUZZ)			## replay the fuzz seeds
	@for f in $(FUZZ); do $$f tests/fuzz/seeds/$$(basename $$f)/* || exit 1; done

deps:				## install the Debian packages that are missing
	@tests/lint/deps $(DEBIAN) $(DEBIAN_TEST)

# demo and check set the machine up before anything is compiled
ifneq (,$(filter demo check check-asan bench,$(MAKECMDGOALS)))
$(BUILD)/embed $(OBJ): | deps
endif

dist: all			## out/geppo.tar.gz: what git tracks
	git archive --prefix=geppo/ -o out/geppo.tar.gz HEAD

install: all			## honours DESTDIR and PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/geppo $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(GEPPO) $(DESTDIR)$(PREFIX)/bin/geppo
	install -m 644 man/geppo.1 $(DESTDIR)$(PREFIX)/share/man/man1/geppo.1
	cp -R $(SHARE) $(DESTDIR)$(PREFIX)/share/geppo/

clean:				## remove everything that was built
	rm -rf out

help:				## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 18

.PHONY: all demo pictures check check-asan check-valgrind check-real check-run bench accept floors names headers sizes \
        fuzz deps dist install clean help
