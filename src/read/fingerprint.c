/* fingerprint - one pass over the bytes, piece by piece, for both digests. */
#include "read/fingerprint.h"

#include "base/digest.h"

/* A piece stays in the processor's cache for the second digest; what is less
 * than ENOUGH is not worth a thread. */
enum { PIECE = 1 << 16, ENOUGH = 1 << 20 };

struct fingerprint fingerprint_of(struct arena *arena, struct str bytes) {
	return (struct fingerprint){ .arena = arena, .bytes = bytes };
}

static void *take(void *self) {
	const struct fingerprint *print = self;
	for (struct str rest = print->bytes; rest.n != 0;) {
		size_t n = rest.n < PIECE ? rest.n : PIECE;
		struct str piece = { rest.p, n };
		digest_add(print->digest, piece);
		digest_quick_add(print->quick, piece);
		rest = (struct str){ rest.p + n, rest.n - n };
	}
	return NULL;
}

void fingerprint_begin(struct fingerprint *print) {
	print->digest = digest_begin(print->arena);
	print->quick = digest_quick_begin(print->arena);
	print->threaded = print->bytes.n >= ENOUGH
	    && pthread_create(&print->thread, NULL, take, print) == 0;
	if (!print->threaded)
		take(print);
}

/* Both are there. */
static void finish(struct fingerprint *print) {
	if (print->hex.n != 0)
		return;
	if (print->digest == NULL)
		fingerprint_begin(print);
	if (print->threaded)
		pthread_join(print->thread, NULL);
	print->threaded = false;
	print->hex = digest_end(print->arena, print->digest);
	print->quick_hex = digest_quick_end(print->arena, print->quick);
}

struct str fingerprint_digest(struct fingerprint *print) {
	finish(print);
	return print->hex;
}

struct str fingerprint_quick(struct fingerprint *print) {
	if (print->quick_hex.n != 0)
		return print->quick_hex;
	if (print->digest != NULL) {
		finish(print);
	} else {
		struct quick *quick = digest_quick_begin(print->arena);
		digest_quick_add(quick, print->bytes);
		print->quick_hex = digest_quick_end(print->arena, quick);
	}
	return print->quick_hex;
}

void fingerprint_end(struct fingerprint *print) {
	if (print->threaded)
		pthread_join(print->thread, NULL);
	print->threaded = false;
}
