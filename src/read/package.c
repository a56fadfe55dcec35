/*
 * package - the parts of a zip file, one at a time.
 *
 * Names of parts differ in case between programs (ECMA-376 part 2, 6.2.2).
 */
#include "read/package.h"

#include <zip.h>

#include "base/arena.h"
#include "base/limits.h"
#include "xml/xmlstream.h"

struct package {
	struct arena *arena;
	struct place place;
	zip_t *zip;

	struct str path;		/* of the part that is being read */
	zip_file_t *file;
	struct xmlstream *stream;
	size_t most;
	size_t packed;
	size_t unpacked;
	bool good;
	bool over;
	char bytes[1 << 15];
};

struct package *package_open(struct arena *arena, struct str bytes,
    const struct place *place) {
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0,
	    NULL);
	if (source == NULL)
		die("package: libzip has no memory");
	struct package *package = arena_alloc(arena, sizeof *package);
	package->arena = arena;
	package->place = *place;
	package->zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (package->zip != NULL)
		return package;
	zip_source_free(source);
	diag(DIAG_INPUT_PACKED, place, "zip", NULL);
	return NULL;
}

void package_close(struct package *package) {
	zip_discard(package->zip);
}

bool package_has(const struct package *package, struct str path) {
	return zip_name_locate(package->zip, str_z(package->arena, path),
	    ZIP_FL_NOCASE) >= 0;
}

static void fail(struct package *package, const char *reason) {
	diag(DIAG_WORKBOOK_PART, &package->place, diag_str(package->path),
	    reason, NULL);
	package->good = false;
}

/* Is the size one that people's files have?  False after a diag. */
static bool is_bounded(struct package *package, uint64_t size) {
	if (size > package->most)
		diag(DIAG_WORKBOOK_BYTES, &package->place,
		    diag_str(package->path),
		    diag_number((int64_t)(package->most >> 20)), NULL);
	else if (size > LIMIT_BOOK_FREE
	    && size / LIMIT_BOOK_RATIO > package->packed)
		diag(DIAG_WORKBOOK_RATIO, &package->place,
		    diag_str(package->path), diag_number(LIMIT_BOOK_RATIO),
		    NULL);
	else
		return true;
	package->good = false;
	return false;
}

void package_begin(struct package *package, struct str path, size_t most,
    const struct xmlstream_sink *sink) {
	struct zip_stat stat;
	package->path = path;
	package->most = most;
	package->unpacked = 0;
	package->good = true;
	package->over = false;
	package->file = NULL;
	package->stream = xmlstream_open(package->arena, sink);
	if (zip_stat(package->zip, str_z(package->arena, path), ZIP_FL_NOCASE,
	    &stat) != 0) {
		fail(package, zip_strerror(package->zip));
		return;
	}
	package->packed = stat.comp_size;
	if (!is_bounded(package, stat.size))
		return;
	package->file = zip_fopen_index(package->zip, stat.index, 0);
	if (package->file == NULL)
		fail(package, zip_strerror(package->zip));
}

bool package_next(struct package *package) {
	if (!package->good || package->over)
		return false;
	zip_int64_t n = zip_fread(package->file, package->bytes,
	    sizeof package->bytes);
	if (n < 0) {
		fail(package, zip_file_strerror(package->file));
		return false;
	}
	package->unpacked += (size_t)n;
	if (!is_bounded(package, package->unpacked))
		return false;
	if (!xmlstream_feed(package->stream,
	    (struct str){ package->bytes, (size_t)n }))
		fail(package, diag_str(xmlstream_fault(package->stream)));
	package->over = n == 0;
	return package->good && !package->over;
}

bool package_end(struct package *package) {
	xmlstream_close(package->stream);
	if (package->file != NULL)
		zip_fclose(package->file);
	return package->good;
}

bool package_read(struct package *package, struct str path, size_t most,
    const struct xmlstream_sink *sink) {
	package_begin(package, path, most, sink);
	while (package_next(package))
		;
	return package_end(package);
}
