/*
 * xlsx - any texts as the parts of a workbook: records and rejected rows,
 * never a crash.
 *
 * The input is lines; `--- PATH` begins a part, and the first byte chooses
 * header, skip and sheet, and whether the zip is cut off.  The zip is made here, so
 * that what is searched is the workbook and not libzip.  `make fuzz` replays
 * the seeds; to search: clang -fsanitize=fuzzer -DFUZZER.
 */
#include <zip.h>

#include "sink.h"
#include "target.h"

static const char mark[] = "\n--- ";

static void add_part(zip_t *zip, const char *path, struct str text) {
	zip_source_t *source = zip_source_buffer(zip, text.p, text.n, 0);
	zip_int64_t index = zip_file_add(zip, path, source,
	    ZIP_FL_OVERWRITE | ZIP_FL_ENC_GUESS);
	if (index < 0)
		zip_source_free(source);
	else
		zip_set_file_compression(zip, (zip_uint64_t)index,
		    ZIP_CM_STORE, 0);
}

/* The parts as a zip file; false when there is none. */
static bool make_zip(struct arena *arena, const char *path, struct str text) {
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	if (zip == NULL)
		die("no zip");
	const char *at = memmem(text.p, text.n, mark, strlen(mark));
	while (at != NULL) {
		at += strlen(mark);
		struct str rest = { at, (size_t)(text.p + text.n - at) }, name;
		str_cut(&rest, '\n', &name);
		at = rest.n == 0 ? NULL
		    : memmem(rest.p - 1, rest.n + 1, mark, strlen(mark));
		size_t size = at == NULL ? rest.n : (size_t)(at - rest.p) + 1;
		if (name.n > 0 && size <= rest.n)
			add_part(zip, str_z(arena, name),
			    (struct str){ rest.p, size });
	}
	/* a zip without parts is no file */
	bool any = zip_get_num_entries(zip, 0) > 0;
	return zip_close(zip) == 0 && any;
}

static void read_book(const char *workspace, uint8_t choice) {
	struct source source = { .files = str_of("in.xlsx"), .encoding = str_of("utf-8"),
	    .separator = ',', .quote = '"', .header = choice % 2 == 0,
	    .header_rows = 1 + choice / 2 % 2, .skip = choice / 4 % 2,
	    .sheet = str_of(choice / 8 % 2 == 0 ? "" : "2"),
	    .missing = str_of("#N/A") };
	struct source_column column[] = {
		{ .number = 1, .field = str_of("title") },
		{ .number = 2, .field = str_of("received_at"),
		    .form = str_of("D/M/YYYY h:mm") },
		{ .number = 3, .field = str_of("severity") },
	};
	source.column = column;
	source.columns = sizeof column / sizeof column[0];
	sink_read(workspace, &source);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (n == 0)
		return 0;
	const char *workspace = target_workspace();
	struct arena *arena = arena_new();
	const char *path = file_path(arena, workspace, "in.xlsx");
	if (make_zip(arena, path, (struct str){ (const char *)bytes, n })) {
		if (bytes[0] >= 0xf0 && truncate(path, (off_t)n) != 0)
			die("no truncate");
		read_book(workspace, bytes[0]);
	}
	arena_free(arena);
	remove(path);
	return 0;
}
