/*
 * input - the whole of one file in memory, unpacked.
 *
 * A plain file is mapped; one that is packed by gzip, xz or zstd,
 * whatever its name, is unpacked.  They are bounded by LIMIT_INPUT_BYTES and
 * LIMIT_UNPACKED_BYTES.
 */
#ifndef GEPPO_INPUT_H
#define GEPPO_INPUT_H

#include "base/str.h"

struct place;

struct input {
	struct str stored;	/* as the file lies */
	int fd;
	int64_t stamp[2];	/* of the last change, when it was opened */
	struct str bytes;	/* unpacked; the same when it is not packed */
	size_t room;		/* taken for bytes; 0 when it is not packed */
	bool zip;		/* bytes are a workbook, or another zip */
};

/* False after a diag that tells why the file cannot be read. */
bool input_open(struct input *input, const char *path,
    const struct place *place);

/* Unpack what is open; false after a diag, which also tells what is of no format
 * that is read. */
bool input_unpack(struct input *input, const struct place *place);

/* Has the file stayed as it was since input_open? */
bool input_same(const struct input *input);

void input_close(struct input *input);

#endif
