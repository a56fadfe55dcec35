/* sink - what every fuzz target asks of the records it gets: lines only go up
 * (the cells of one row of a wide table share theirs), required fields are
 * there, text is UTF-8 that an XML document can hold. */
#ifndef GEPPO_SINK_H
#define GEPPO_SINK_H

#include "base/arena.h"
#include "contract/contract.h"
#include "read/rec.h"

static inline bool sink_known(void *self, const struct rec_file *file) {
	(void)self;
	(void)file;
	return false;
}

static inline bool sink_begin(void *self, const struct rec_file *file) {
	*(int64_t *)self = 0;
	return rec_digest(file).n == 64;
}

static inline void sink_check_line(int64_t *last, int64_t line) {
	if (line < *last)
		die("line %lld after line %lld", (long long)line,
		    (long long)*last);
	*last = line;
}

static inline void sink_check_text(struct str text) {
	uint32_t code;
	for (size_t size; text.n > 0; text.p += size, text.n -= size) {
		size = str_utf8(text, &code);
		if (size == 0 || (code < 0x20 && code != '\t' && code != '\n'))
			die("text that no document can hold");
	}
}

static inline void sink_record(void *self, const struct rec *rec) {
	sink_check_line(self, rec->line);
	for (size_t i = 0; i < rec->type->fields; i++) {
		const struct value *value = &rec->value[i];
		if (value->kind == VALUE_TEXT)
			sink_check_text(value->text);
		if (value->kind == VALUE_NONE
		    && (rec->type->field[i].flags & FIELD_REQUIRED) != 0)
			die("a record without %s", rec->type->field[i].name);
	}
}

static inline void sink_reject(void *self, int64_t line, enum diag_id reason,
    struct str raw) {
	sink_check_line(self, line);
	if (diag_level(reason) != DIAG_ERROR || raw.n == 0)
		die("a row was rejected without reason or bytes");
}

static inline void sink_end(void *self, bool complete) {
	if (!complete)
		die("the file did not change, but %lld was its last line",
		    (long long)*(int64_t *)self);
}

/* Read tickets; what a ticket needs is there, so that rows are records. */
static inline void sink_read(const char *workspace, struct source *source) {
	struct source_constant constant[] = {
		{ str_of("ticket_id"), str_of("T"), false },
		{ str_of("type"), str_of("incident"), false },
		{ str_of("status"), str_of("done"), false },
		{ str_of("received_at"), str_of("2026-10-01 09:00"), false },
	};
	source->records = RECORD_ticket;
	source->constant = constant;
	source->constants = sizeof constant / sizeof constant[0];
	struct contract contract = { .path = str_of("contract.xml"),
	    .workspace = str_of(workspace), .offset = 9 * 3600 };
	int64_t last = 0;	/* line of the last row */
	const struct rec_sink sink = { &last, sink_known, sink_begin,
	    sink_record, sink_reject, sink_end };
	source_read(&contract, source, NULL, 0, &sink);
	diag_reset();
}

#endif
