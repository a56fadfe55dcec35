/*
 * fingerprint - what tells the bytes of one file from those of another.
 *
 * SHA-256 is the evidence; the quick digest finds a file that is known again.
 * Of a large file a second thread takes both, while the first one reads it:
 * what they are does not depend on that.
 */
#ifndef GEPPO_FINGERPRINT_H
#define GEPPO_FINGERPRINT_H

#include <pthread.h>
#include <stdbool.h>

#include "base/str.h"

struct arena;
struct digest;
struct quick;

struct fingerprint {
	struct arena *arena;
	struct str bytes;
	struct digest *digest;		/* under way; NULL: not begun, or over */
	struct quick *quick;
	pthread_t thread;
	bool threaded;			/* ... runs, and must be waited for */
	struct str hex, quick_hex;	/* what came out; empty before */
};

/* Of bytes that stay until fingerprint_end. */
struct fingerprint fingerprint_of(struct arena *arena, struct str bytes);

/* Begin to take both; nothing else needs be done for them. */
void fingerprint_begin(struct fingerprint *print);

/* SHA-256, and the quick digest: waited for, or taken now. */
struct str fingerprint_digest(struct fingerprint *print);
struct str fingerprint_quick(struct fingerprint *print);

/* Wait for what is under way: the bytes may go. */
void fingerprint_end(struct fingerprint *print);

#endif
