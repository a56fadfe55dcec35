/*
 * diag - what is wrong, said once, where it is found.
 *
 * State of the run: the language, the threshold and the counts.  Control
 * characters of an argument never reach the terminal.
 */
#include "base/diag.h"

#include <stdarg.h>

#include "base/file.h"

enum { ARGUMENTS = 6, SLOTS = 8, SLOT_BYTES = 512, SHOWN = 80 };

static const struct {
	const char *id;
	enum diag_level level;
	int arguments;
	const char *en, *ja;
} messages[DIAG_IDS] = {
#define DIAG(id, level, arguments, en, ja) \
	[DIAG_##id] = { #id, DIAG_##level, arguments, en, ja },
#include "base/diag.def"
#undef DIAG
};

static const char *const level_names[2][DIAG_LEVELS] = {
	{ "note", "warning", "error", "refused" },
	{ "注記", "警告", "誤り", "中止" },
};

static struct {
	bool japanese;
	enum diag_level threshold;
	size_t count[DIAG_LEVELS];
} state;

static char *slot_next(void) {
	static char slots[SLOTS][SLOT_BYTES];
	static size_t next;
	return slots[next++ % SLOTS];
}

const char *diag_number(int64_t value) {
	char *slot = slot_next();
	snprintf(slot, SLOT_BYTES, "%lld", (long long)value);
	return slot;
}

/* Is the character shown as it is?  Not what drives a terminal or turns a line
 * around. */
static bool is_plain(uint32_t code) {
	return code >= 0x20 && (code < 0x7f || code >= 0xa0)
	    && (code < 0x202a || code > 0x202e)
	    && (code < 0x2066 || code > 0x2069);
}

const char *diag_str(struct str text) {
	char *slot = slot_next();
	size_t n = 0;
	for (int shown = 0; text.n > 0; shown++) {
		uint32_t code = 0;
		size_t size = str_utf8(text, &code);
		bool plain = size != 0 && is_plain(code);
		struct str put = shown == SHOWN ? str_of("…")
		    : plain ? (struct str){ text.p, size } : str_of("\uFFFD");
		memcpy(slot + n, put.p, put.n);
		n += put.n;
		if (shown == SHOWN)
			break;
		size = size == 0 ? 1 : size;
		text.p += size;
		text.n -= size;
	}
	slot[n] = '\0';
	return slot;
}

/* The text with {1} {2} ... replaced by the arguments. */
static void put_filled(FILE *out, const char *text,
    const char *const *arguments, int n) {
	for (; *text != '\0'; text++) {
		int index = text[0] == '{' && text[1] >= '1' && text[2] == '}'
		    ? text[1] - '1' : n;
		if (index < n) {
			fputs(arguments[index], out);
			text += 2;
		} else {
			fputc(*text, out);
		}
	}
}

/* A name may hold any bytes. */
static void put_name(FILE *out, struct str name) {
	while (name.n > 0) {
		uint32_t code = 0;
		size_t size = str_utf8(name, &code);
		if (size != 0 && is_plain(code))
			fwrite(name.p, 1, size, out);
		else
			fputs("\uFFFD", out);
		size = size == 0 ? 1 : size;
		name = (struct str){ name.p + size, name.n - size };
	}
}

static void put_place(FILE *out, const struct place *place) {
	if (place == NULL || place->file.n == 0)
		return;
	put_name(out, place->file);
	if (place->line > 0)
		fprintf(out, ":%lld", (long long)place->line);
	if (place->line > 0 && place->column > 0)
		fprintf(out, ":%lld", (long long)place->column);
	fputs(": ", out);
}

void diag(enum diag_id id, const struct place *place, ...) {
	const char *arguments[ARGUMENTS];
	int n = 0;
	va_list list;
	va_start(list, place);
	for (const char *text; (text = va_arg(list, const char *)) != NULL;) {
		if (n == ARGUMENTS)
			die("diag: too many arguments for %s", messages[id].id);
		arguments[n++] = text;
	}
	va_end(list);
	if (n != messages[id].arguments)
		die("diag: %d arguments for %s", n, messages[id].id);

	enum diag_level level = messages[id].level;
	state.count[level]++;
	if (level < state.threshold)
		return;
	put_place(stderr, place);
	fprintf(stderr, "%s: ", level_names[state.japanese][level]);
	put_filled(stderr, state.japanese ? messages[id].ja : messages[id].en,
	    arguments, n);
	fprintf(stderr, " [%s]\n", diag_name(id));
}

void diag_tally(enum diag_id id) {
	state.count[messages[id].level]++;
}

const char *diag_name(enum diag_id id) {
	char *slot = slot_next();
	size_t n = 0;
	for (const char *c = messages[id].id; *c != '\0'; c++)
		slot[n++] = *c == '_' ? '-'
		    : *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
	slot[n] = '\0';
	return slot;
}

enum diag_level diag_level(enum diag_id id) {
	return messages[id].level;
}

size_t diag_count(enum diag_level level) {
	return state.count[level];
}

enum diag_level diag_worst(void) {
	enum diag_level worst = DIAG_NOTE;
	for (int level = DIAG_NOTE; level < DIAG_LEVELS; level++)
		if (state.count[level] != 0)
			worst = (enum diag_level)level;
	return worst;
}

void diag_reset(void) {
	memset(state.count, 0, sizeof state.count);
}

void diag_language(const char *language) {
	state.japanese = strcmp(language, "ja") == 0;
}

void diag_threshold(enum diag_level level) {
	state.threshold = level;
}

_Noreturn void diag_stop(void) {
	fflush(stdout);
	file_cleanup();
	_Exit(3);
}

_Noreturn void die(const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	fputs("geppo: internal fault: ", stderr);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	file_cleanup();
	_Exit(70);
}
