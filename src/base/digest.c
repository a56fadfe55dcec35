/* digest - SHA-256 of inputs and outputs, and MD5, as hexadecimal digits. */
#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/base64.h>
#include <nettle/md5.h>
#include <nettle/sha2.h>
#include <nettle/umac.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

struct digest {
	struct sha256_ctx sha256;
};

struct digest *digest_begin(struct arena *arena) {
	struct digest *digest = arena_alloc(arena, sizeof *digest);
	sha256_init(&digest->sha256);
	return digest;
}

void digest_add(struct digest *digest, struct str bytes) {
	if (bytes.n != 0)
		sha256_update(&digest->sha256, bytes.n,
		    (const uint8_t *)bytes.p);
}

static struct str hex(struct arena *arena, const uint8_t *bytes, size_t n) {
	char *digits = arena_alloc(arena, 2 * n + 1);
	for (size_t i = 0; i < n; i++) {
		digits[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
		digits[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
	}
	return (struct str){ digits, 2 * n };
}

struct str digest_end(struct arena *arena, struct digest *digest) {
	uint8_t bytes[SHA256_DIGEST_SIZE];
	sha256_digest(&digest->sha256, sizeof bytes, bytes);
	return hex(arena, bytes, sizeof bytes);
}

struct str digest_hex(struct arena *arena, struct str bytes) {
	struct digest *digest = digest_begin(arena);
	digest_add(digest, bytes);
	return digest_end(arena, digest);
}

static int open_regular(const char *path) {
	/* O_NONBLOCK: opening a FIFO nobody writes to must not hang */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	if (fd < 0 || (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)))
		return fd;
	close(fd);
	errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	return -1;
}

bool digest_file(struct arena *arena, const char *path, struct str *digits) {
	static char piece[1 << 16];
	int fd = open_regular(path);
	if (fd < 0)
		return false;
	struct digest *digest = digest_begin(arena);
	ssize_t n;
	while ((n = read(fd, piece, sizeof piece)) > 0)
		digest_add(digest, (struct str){ piece, (size_t)n });
	int error = n < 0 ? errno : 0;
	close(fd);
	*digits = digest_end(arena, digest);
	errno = error;
	return error == 0;
}

struct quick {
	struct umac64_ctx umac;
};

struct quick *digest_quick_begin(struct arena *arena) {
	static const uint8_t key[UMAC_KEY_SIZE] = "geppo";
	struct quick *quick = arena_alloc(arena, sizeof *quick);
	umac64_set_key(&quick->umac, key);
	return quick;
}

void digest_quick_add(struct quick *quick, struct str bytes) {
	if (bytes.n != 0)
		umac64_update(&quick->umac, bytes.n, (const uint8_t *)bytes.p);
}

struct str digest_quick_end(struct arena *arena, struct quick *quick) {
	uint8_t bytes[UMAC64_DIGEST_SIZE];
	umac64_digest(&quick->umac, sizeof bytes, bytes);
	return hex(arena, bytes, sizeof bytes);
}

struct str digest_base64(struct arena *arena, struct str bytes) {
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct sha256_ctx context;
	sha256_init(&context);
	sha256_update(&context, bytes.n, (const uint8_t *)bytes.p);
	sha256_digest(&context, sizeof digest, digest);
	char *text = arena_alloc(arena, BASE64_ENCODE_RAW_LENGTH(sizeof digest));
	base64_encode_raw(text, sizeof digest, digest);
	return (struct str){ text, BASE64_ENCODE_RAW_LENGTH(sizeof digest) };
}

struct str digest_md5(struct arena *arena, struct str bytes) {
	struct md5_ctx context;
	uint8_t digest[MD5_DIGEST_SIZE];
	md5_init(&context);
	if (bytes.n != 0)
		md5_update(&context, bytes.n, (const uint8_t *)bytes.p);
	md5_digest(&context, sizeof digest, digest);
	return hex(arena, digest, sizeof digest);
}
