/* csvtext - CSV as we write it: RFC 4180, CRLF, quotes only where needed. */
#include "base/csvtext.h"

#include "base/ratio.h"

static bool wants_quotes(struct str cell) {
	for (size_t i = 0; i < cell.n; i++)
		if (strchr(",\"\r\n", cell.p[i]) != NULL)
			return true;
	return false;
}

void csvtext_cell(struct buf *buf, struct str cell, bool first) {
	if (!first)
		buf_char(buf, ',');
	if (!wants_quotes(cell)) {
		buf_add(buf, cell);
		return;
	}
	buf_char(buf, '"');
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			buf_char(buf, '"');
		buf_char(buf, cell.p[i]);
	}
	buf_char(buf, '"');
}

static bool is_formula(struct str cell) {
	struct decimal number;
	return cell.n > 0 && strchr("=+-@\t\r", cell.p[0]) != NULL
	    && !ratio_read_decimal(cell, &number);
}

void csvtext_safe(struct buf *buf, struct str cell, bool first) {
	if (!is_formula(cell)) {
		csvtext_cell(buf, cell, first);
		return;
	}
	struct buf safe = buf_in(buf->arena);
	buf_char(&safe, '\'');
	buf_add(&safe, cell);
	csvtext_cell(buf, buf_str(&safe), first);
}

void csvtext_end(struct buf *buf) {
	buf_text(buf, "\r\n");
}
