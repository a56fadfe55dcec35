/*
 * digest - SHA-256 of inputs and outputs, as 64 hexadecimal digits.
 *
 * The only caller of nettle.  Streamed or whole, the same bytes give the same
 * digits.
 */
#ifndef GEPPO_DIGEST_H
#define GEPPO_DIGEST_H

#include "base/str.h"

struct arena;

/* A digest under way. */
struct digest;

struct digest *digest_begin(struct arena *arena);
void digest_add(struct digest *digest, struct str bytes);

/* The digits, in the arena; the digest is over. */
struct str digest_end(struct arena *arena, struct digest *digest);

/* The digits of bytes that are there as a whole. */
struct str digest_hex(struct arena *arena, struct str bytes);

/*
 * A digest of 64 bits at the speed of memory (UMAC, RFC 4418, under a key that
 * is no secret), as 16 digits: of two files that differ by chance or by
 * anybody's edit it is the same once in 2^60.  It is no evidence, since one who
 * tries can make two files that share it.
 */
struct quick;

struct quick *digest_quick_begin(struct arena *arena);
void digest_quick_add(struct quick *quick, struct str bytes);
struct str digest_quick_end(struct arena *arena, struct quick *quick);

/* The digits of a file, of which only a piece is in memory.  On failure false,
 * and errno tells why (EISDIR, EINVAL as file_read). */
bool digest_file(struct arena *arena, const char *path, struct str *digits);

/* The same in base64, as a content security policy names a script. */
struct str digest_base64(struct arena *arena, struct str bytes);

/* MD5 of the bytes, 32 digits: only where a format asks for it (the checksum
 * of a file inside a PDF), never as evidence. */
struct str digest_md5(struct arena *arena, struct str bytes);

#endif
