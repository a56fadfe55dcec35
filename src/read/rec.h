/*
 * rec - PRODUCT of read: records with their origin.
 *
 * source_read turns the files of one <source> into records of its type and
 * hands them to a sink, one at a time; nothing is held.  A row that cannot be
 * used goes to the sink's reject with its reason, after a diag; the good rows
 * go on.
 */
#ifndef GEPPO_REC_H
#define GEPPO_REC_H

#include "base/diag.h"
#include "base/record.h"

struct arena;
struct contract;
struct source;

struct rec {
	const struct record_type *type;
	const struct value *value;	/* one per field of the type */
	int64_t line;			/* where the row begins, from 1 */
	size_t texts;			/* 0, or of a file's samples: those with one
					 * number have the same texts */
};

/* What tells its bytes from others. */
struct fingerprint;

/* One file as it was read. */
struct rec_file {
	struct str path;		/* below the workspace */
	int64_t bytes;
	struct str encoding;		/* as decided; empty when known is asked */
	struct fingerprint *print;
};

/* SHA-256 of the file's bytes, and a quick digest of them (base/digest.h), both
 * in hex.  They may have to be waited for; each lives as long as the file. */
struct str rec_digest(const struct rec_file *file);
struct str rec_quick(const struct rec_file *file);

/* What becomes of the records; self is passed back. */
struct rec_sink {
	void *self;
	/* Is the file known, so that it need not be read? */
	bool (*known)(void *self, const struct rec_file *file);
	/* A file begins.  False: it has become known meanwhile, skip it. */
	bool (*begin)(void *self, const struct rec_file *file);
	/* A record; its values live until the call returns. */
	void (*add)(void *self, const struct rec *rec);
	/* A row that was rejected: its line, the reason, its bytes. */
	void (*reject)(void *self, int64_t line, enum diag_id reason,
	    struct str raw);
	/* The file has ended; complete is false when it was broken off. */
	void (*end)(void *self, bool complete);
};

/* Read every file of the source.  False when no file matched (after a diag)
 * or none of those that did is among only: when count is not 0, just these
 * files are read (paths below the workspace). */
bool source_read(const struct contract *contract, const struct source *source,
    const struct str *only, size_t count, const struct rec_sink *sink);

/* Each record as a stable line of text: `type file:line field=value ...`. */
void rec_dump(const struct contract *contract);

#endif
