/* csvtext - CSV as we write it: RFC 4180, CRLF, quotes only where needed. */
#ifndef GEPPO_CSVTEXT_H
#define GEPPO_CSVTEXT_H

#include "base/buf.h"

/* Append a cell; first is the first of its row, the others get a comma. */
void csvtext_cell(struct buf *buf, struct str cell, bool first);

/* The same for text that may hold anything and that a spreadsheet may open:
 * what it would take for a formula (= + - @ TAB CR in front, and no number)
 * gets an apostrophe before it. */
void csvtext_safe(struct buf *buf, struct str cell, bool first);

/* End the row. */
void csvtext_end(struct buf *buf);

#endif
