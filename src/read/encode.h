/*
 * encode - the encoding of one file, and its text as UTF-8.
 *
 * A byte order mark decides over what the contract says.  UTF-8 and CP932 are
 * read as they lie, field by field; what cannot be cut into fields as it lies
 * (UTF-16, and CP932 with a separator that is also a trail byte) is converted
 * whole when the file is opened.
 */
#ifndef GEPPO_ENCODE_H
#define GEPPO_ENCODE_H

#include "base/str.h"

struct arena;
struct place;

/* An open encoding. */
struct encode;

/* Decide the encoding of *bytes, which become what the scanner reads:
 * without the mark, converted where needed.  declared is "utf-8", "cp932",
 * "euc-jp", "latin-1", "windows-1252", "windows-1251" or "auto" (UTF-8 when
 * all of it is, else CP932 or Windows-1252 by the evidence, after a note).
 * NULL after a diag when the bytes are not text of the encoding that they
 * must be converted from. */
struct encode *encode_open(struct arena *arena, struct str declared,
    char separator, const struct place *place, struct str *bytes);

void encode_close(struct encode *encode);

/* As declared, or "utf-16le", "utf-16be". */
const char *encode_name(const struct encode *encode);

/* Nothing but printable ASCII: needs no decoding and no cleaning. */
bool encode_plain(struct str text);

/* The text as UTF-8, in scratch when it had to be converted.  False when a
 * byte is not of the encoding; *bad gets its offset. */
bool encode_text(struct encode *encode, struct arena *scratch,
    struct str text, struct str *utf8, size_t *bad);

/* Move a place that stands where the text begins behind the text: lines, and
 * columns in characters. */
void encode_move(const struct encode *encode, struct str text,
    struct place *place);

#endif
