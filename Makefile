# geppo - build, tests and checks.  `make help` lists the targets.
BUILD  = out/build
PREFIX = /usr/local
CC     = cc
AR     = ar
CFLAGS = -O2 -g
DEV    =
PKGS   = libxml-2.0 libxslt libexslt sqlite3 pangocairo pangoft2 cairo cairo-pdf fontconfig \
         harfbuzz libgvc zlib liblzma nettle libcmark

WARN   = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
         -Wpointer-arith -Wvla -Wwrite-strings $(if $(DEV),-Werror)
CPP    = -Isrc -I$(BUILD) -D_GNU_SOURCE -include base/ban.h \
         -DGEPPO_PREFIX='"$(PREFIX)"' $(shell pkg-config --cflags $(PKGS))
LIBS   = $(shell pkg-config --libs $(PKGS)) -lm
ALLC   = -std=c11 $(WARN) $(CPP) $(CFLAGS) $(EXTRA)

SRC   := $(sort $(wildcard src/*/*.c))
SRC   := $(filter-out src/tool/%,$(SRC))
SQL   := $(sort $(wildcard src/store/*.sql src/store/query/*.sql))
OBJ    = $(SRC:%.c=$(BUILD)/%.o)
LIB    = $(BUILD)/libgeppo.a
UNIT  := $(sort $(wildcard tests/unit/*.c))

all: $(BUILD)/geppo

$(BUILD)/geppo: $(BUILD)/src/cmd/main.o $(LIB)
	$(CC) $(CFLAGS) $(EXTRA) -o $@ $^ $(LIBS)

$(LIB): $(filter-out $(BUILD)/src/cmd/main.o,$(OBJ))
	rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/src/%.o: src/%.c $(BUILD)/sql.inc
	@mkdir -p $(@D)
	$(CC) $(ALLC) -MMD -MP -c -o $@ $<

# every .sql file as an array of (name, text), ordered by name
$(BUILD)/sql.inc: $(SQL) $(BUILD)/embed
	$(BUILD)/embed $(SQL) > $@.new && mv $@.new $@

$(BUILD)/embed: src/tool/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -O1 -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALLC) -MMD -MP -o $@ $< $(LIB) $(LIBS) -lcmocka

-include $(OBJ:.o=.d)
