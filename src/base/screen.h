/* screen - text in columns of a terminal, and as a string of JSON. */
#ifndef GEPPO_SCREEN_H
#define GEPPO_SCREEN_H

#include "base/buf.h"

/* Columns that a terminal gives the text: two for the wide blocks of UAX 11,
 * none for combining marks and variation selectors. */
size_t screen_width(struct str text);

/* Append the text with blanks behind it (right: before it) up to width. */
void screen_pad(struct buf *buf, struct str text, size_t width, bool right);

/* Append the text as a quoted string (RFC 8259). */
void screen_json(struct buf *buf, struct str text);

#endif
