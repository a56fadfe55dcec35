/*
 * package - the parts of a zip file, which are documents, one at a time.
 *
 * The only caller of libzip.  What the parts unpack to is bounded by what the
 * zip says, by what comes out, and by the ratio of both to what it was packed
 * in.
 */
#ifndef GEPPO_PACKAGE_H
#define GEPPO_PACKAGE_H

#include "base/diag.h"

struct arena;
struct xmlstream_sink;

/* An open package. */
struct package;

/* The bytes are the caller's and stay.  NULL after a diag when they are
 * damaged. */
struct package *package_open(struct arena *arena, struct str bytes,
    const struct place *place);

void package_close(struct package *package);

bool package_has(const struct package *package, struct str path);

/* Read a part, of at most `most` bytes, through the sink; false after a diag
 * when it is missing, too large, damaged or no document. */
bool package_read(struct package *package, struct str path, size_t most,
    const struct xmlstream_sink *sink);

/* The same bit by bit: package_next is false at the end, package_end tells
 * whether it was reached without a diag. */
void package_begin(struct package *package, struct str path, size_t most,
    const struct xmlstream_sink *sink);
bool package_next(struct package *package);
bool package_end(struct package *package);

#endif
