/*
 * input - the whole of one file in memory, unpacked.
 *
 * Memory is mapped, not taken from an arena: an export may have gigabytes,
 * and unpacking must be able to grow without leaving old copies behind.  A
 * file that is packed badly gives nothing at all, since the row at which it
 * breaks off would pass for a whole one.
 */
#include "read/input.h"

#include <errno.h>
#include <fcntl.h>
#include <lzma.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"

/* Memory that unpacking fills. */
struct fill {
	char *p;
	size_t n;
	size_t room;
	size_t packed;	/* what it was filled from so far */
	size_t times;	/* what no export of that way of packing exceeds */
};

enum unpacked { UNPACKED, DAMAGED, TOO_LARGE, TOO_WIDE };

enum { REFUSED = 3 };	/* exit status, as cmd.h has it */

/* The file that is mapped, and what messages call it. */
static struct str mapped;
static struct place mapped_place;

/*
 * A file that becomes shorter while it is mapped takes its pages away: reading
 * them raises this signal (mmap(2), ERRORS).  It comes from our own reading,
 * not from within what the message needs; what the store has begun falls back
 * when it is next opened.
 */
static void on_bus(int number, siginfo_t *info, void *context) {
	static atomic_flag told = ATOMIC_FLAG_INIT;
	(void)context;
	const char *at = info->si_addr;
	if (at < mapped.p || at >= mapped.p + mapped.n) {
		signal(number, SIG_DFL);
		return;
	}
	while (atomic_flag_test_and_set(&told))
		pause();	/* the other thread met it first */
	diag(DIAG_INPUT_SHRUNK, &mapped_place, NULL);
	file_cleanup();
	_exit(REFUSED);
}

static void guard(struct str bytes, const struct place *place) {
	struct sigaction action = { .sa_sigaction = on_bus,
	    .sa_flags = SA_SIGINFO };
	mapped = bytes;
	mapped_place = *place;
	sigaction(SIGBUS, &action, NULL);
}

static char *map_memory(size_t size) {
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		die("input: out of memory (%zu bytes)", size);
	return p;
}

/* Is it more than an export of that size can be? */
static bool is_bomb(const struct fill *fill) {
	return fill->n > LIMIT_PACKED_FREE
	    && fill->n / fill->times > fill->packed;
}

/* Room for more; false when a limit is passed. */
static bool fill_grow(struct fill *fill) {
	if (fill->n > LIMIT_UNPACKED_BYTES || is_bomb(fill))
		return false;
	if (fill->n < fill->room)
		return true;
	void *p = mremap(fill->p, fill->room, fill->room * 2, MREMAP_MAYMOVE);
	if (p == MAP_FAILED)
		die("input: out of memory (%zu bytes)", fill->room * 2);
	fill->p = p;
	fill->room *= 2;
	return true;
}

/* What is unpacked in one go: the limits are asked in between. */
static unsigned chunk(size_t n) {
	return n < (1u << 24) ? (unsigned)n : 1u << 24;
}

/* One or more members of gzip, one behind the other (RFC 1952, 2.2). */
static enum unpacked unpack_gzip(struct str stored, struct fill *fill) {
	z_stream z = { 0 };
	if (inflateInit2(&z, 15 + 16) != Z_OK)
		die("input: zlib has no memory");
	enum unpacked result = DAMAGED;
	size_t at = 0;
	for (;;) {
		if (!fill_grow(fill)) {
			result = TOO_LARGE;
			break;
		}
		unsigned in = chunk(stored.n - at);
		unsigned out = chunk(fill->room - fill->n);
		z.next_in = (Bytef *)stored.p + at;
		z.avail_in = in;
		z.next_out = (Bytef *)fill->p + fill->n;
		z.avail_out = out;
		int status = inflate(&z, Z_NO_FLUSH);
		fill->packed = at += in - z.avail_in;
		fill->n += out - z.avail_out;
		if (status == Z_STREAM_END && at == stored.n) {
			result = UNPACKED;
			break;
		}
		if (status == Z_STREAM_END)
			status = inflateReset(&z);
		if (status != Z_OK)
			break;
	}
	inflateEnd(&z);
	return result;
}

static enum unpacked unpack_xz(struct str stored, struct fill *fill) {
	lzma_stream xz = LZMA_STREAM_INIT;
	if (lzma_stream_decoder(&xz, UINT64_C(2) << LIMIT_WINDOW_LOG,
	    LZMA_CONCATENATED) != LZMA_OK)
		die("input: liblzma has no memory");
	xz.next_in = (const uint8_t *)stored.p;
	xz.avail_in = stored.n;
	lzma_ret status = LZMA_OK;
	bool room = true;
	while (status == LZMA_OK && (room = fill_grow(fill))) {
		unsigned out = chunk(fill->room - fill->n);
		xz.next_out = (uint8_t *)fill->p + fill->n;
		xz.avail_out = out;
		status = lzma_code(&xz, LZMA_FINISH);
		fill->n += out - xz.avail_out;
		fill->packed = xz.total_in;
	}
	lzma_end(&xz);
	return !room ? TOO_LARGE : status == LZMA_MEMLIMIT_ERROR ? TOO_WIDE
	    : status == LZMA_STREAM_END ? UNPACKED : DAMAGED;
}

/* One or more frames, one behind the other (RFC 8878, 3.1). */
static enum unpacked unpack_zstd(struct str stored, struct fill *fill) {
	ZSTD_DCtx *zstd = ZSTD_createDCtx();
	if (zstd == NULL)
		die("input: libzstd has no memory");
	ZSTD_DCtx_setParameter(zstd, ZSTD_d_windowLogMax, LIMIT_WINDOW_LOG);
	ZSTD_inBuffer in = { stored.p, stored.n, 0 };
	size_t left = 1;	/* of the frame; 0 at its end */
	bool room = true;
	while (!ZSTD_isError(left) && (in.pos < in.size || left != 0)
	    && (room = fill_grow(fill))) {
		ZSTD_outBuffer out = { fill->p, fill->n
		    + chunk(fill->room - fill->n), fill->n };
		size_t before = in.pos;
		left = ZSTD_decompressStream(zstd, &out, &in);
		if (in.pos == before && out.pos == fill->n)
			break;
		fill->n = out.pos;
		fill->packed = in.pos;
	}
	ZSTD_freeDCtx(zstd);
	return !room ? TOO_LARGE : left == 0 ? UNPACKED
	    : ZSTD_isError(left) && ZSTD_getErrorCode(left)
	    == ZSTD_error_frameParameter_windowTooLarge ? TOO_WIDE : DAMAGED;
}

/* The ways of packing, by the first bytes of a file: its name says nothing. */
static const struct {
	const char *bytes;
	const char *name;
	size_t times;
	enum unpacked (*unpack)(struct str stored, struct fill *fill);
} packings[] = {
	{ "\x1f\x8b", "gzip", LIMIT_GZIP_TIMES, unpack_gzip },
	{ "\xfd" "7zXZ", "xz", LIMIT_PACKED_TIMES, unpack_xz },
	{ "\x28\xb5\x2f\xfd", "zstd", LIMIT_PACKED_TIMES, unpack_zstd },
};

static void tell_unpacked(enum unpacked result, const struct fill *fill,
    const char *name, const struct place *place) {
	if (result == DAMAGED)
		diag(DIAG_INPUT_PACKED, place, name, NULL);
	else if (result == TOO_WIDE)
		diag(DIAG_INPUT_WINDOW, place, name,
		    diag_number(1 << (LIMIT_WINDOW_LOG - 20)), NULL);
	else if (is_bomb(fill))
		diag(DIAG_INPUT_RATIO, place, diag_number((int64_t)fill->times),
		    NULL);
	else
		diag(DIAG_INPUT_UNPACKED, place,
		    diag_number(LIMIT_UNPACKED_BYTES >> 20), NULL);
}

/* Unpack what is packed the n-th way; false after a diag. */
static bool unpack_by(struct input *input, size_t n,
    const struct place *place) {
	struct fill fill = { .room = 1u << 16,
	    .times = packings[n].times };
	while (fill.room < input->stored.n * 4
	    && fill.room < LIMIT_UNPACKED_BYTES)
		fill.room *= 2;
	fill.p = map_memory(fill.room);
	enum unpacked result = packings[n].unpack(input->stored, &fill);
	if (result == UNPACKED && (fill.n > LIMIT_UNPACKED_BYTES
	    || is_bomb(&fill)))
		result = TOO_LARGE;
	if (result == UNPACKED) {
		input->bytes = (struct str){ fill.p, fill.n };
		input->room = fill.room;
		return true;
	}
	munmap(fill.p, fill.room);
	tell_unpacked(result, &fill, packings[n].name, place);
	return false;
}

static bool unpack(struct input *input, const struct place *place) {
	input->bytes = input->stored;
	for (size_t i = 0; i < sizeof packings / sizeof packings[0]; i++)
		if (str_starts(input->stored, packings[i].bytes))
			return unpack_by(input, i, place);
	return true;
}

/* A password makes a workbook a file of this kind, with this entry (in
 * UTF-16). */
static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

/* Formats that people name .csv, or select by a wide pattern, and that are
 * known by their first bytes (of tar: by those at 257). */
static const struct {
	size_t at;
	const char *bytes;
	const char *name;
} alien[] = {
	{ 0, "\xd0\xcf\x11\xe0", "xls" }, { 0, "%PDF-", "PDF" },
	{ 0, "BZh", "bzip2" }, { 257, "ustar", "tar" },
};

/* Is it a workbook under a password? */
static bool is_locked(struct str bytes) {
	return str_starts(bytes, alien[0].bytes)
	    && memmem(bytes.p, bytes.n, locked, sizeof locked) != NULL;
}

/* False after a diag when the bytes are of a format that is not read. */
static bool is_known(struct str bytes, const struct place *place) {
	for (size_t i = 0; i < sizeof alien / sizeof alien[0]; i++) {
		size_t at = alien[i].at;
		if (bytes.n <= at || !str_starts((struct str){ bytes.p + at,
		    bytes.n - at }, alien[i].bytes))
			continue;
		diag(DIAG_INPUT_FORMAT, place, is_locked(bytes)
		    ? "xlsx (password)" : alien[i].name, NULL);
		return false;
	}
	return true;
}

/* Map the open file. */
static bool map_file(struct input *input, const struct place *place) {
	struct stat status;
	if (fstat(input->fd, &status) != 0) {
		diag(DIAG_INPUT_READ, place, strerror(errno), NULL);
		return false;
	}
	if (!S_ISREG(status.st_mode)) {
		diag(DIAG_INPUT_KIND, place, NULL);
		return false;
	}
	if ((uintmax_t)status.st_size > LIMIT_INPUT_BYTES) {
		diag(DIAG_INPUT_LARGE, place,
		    diag_number(LIMIT_INPUT_BYTES >> 20), NULL);
		return false;
	}
	input->stamp[0] = status.st_mtim.tv_sec;
	input->stamp[1] = status.st_mtim.tv_nsec;
	size_t n = (size_t)status.st_size;
	if (n == 0) {
		input->stored = str_of("");
		return true;
	}
	void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, input->fd, 0);
	if (p == MAP_FAILED) {
		diag(DIAG_INPUT_READ, place, strerror(errno), NULL);
		return false;
	}
	madvise(p, n, MADV_SEQUENTIAL);
	input->stored = (struct str){ p, n };
	guard(input->stored, place);
	return true;
}

bool input_open(struct input *input, const char *path,
    const struct place *place) {
	*input = (struct input){ .fd = -1 };
	/* O_NONBLOCK: opening a FIFO that nobody writes to must not hang */
	input->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (input->fd < 0) {
		diag(DIAG_INPUT_READ, place, strerror(errno), NULL);
		return false;
	}
	if (map_file(input, place))
		return true;
	input_close(input);
	return false;
}

bool input_unpack(struct input *input, const struct place *place) {
	if (!unpack(input, place) || !is_known(input->bytes, place))
		return false;
	input->zip = str_starts(input->bytes, "PK\003\004")
	    || str_starts(input->bytes, "PK\005\006");
	return true;
}

bool input_same(const struct input *input) {
	struct stat status;
	return fstat(input->fd, &status) == 0
	    && (size_t)status.st_size == input->stored.n
	    && status.st_mtim.tv_sec == input->stamp[0]
	    && status.st_mtim.tv_nsec == input->stamp[1];
}

void input_close(struct input *input) {
	if (input->room != 0)
		munmap((void *)input->bytes.p, input->room);
	if (input->stored.n != 0)
		munmap((void *)input->stored.p, input->stored.n);
	mapped.n = 0;
	close(input->fd);
}
