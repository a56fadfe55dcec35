/*
 * source - any bytes as an export: records and rejected rows, never a crash.
 *
 * The first byte chooses encoding, separator and shape.  `make fuzz` replays
 * the seeds; to search: clang -fsanitize=fuzzer -DFUZZER.
 */
#include "sink.h"
#include "target.h"

static const char *const encodings[] = { "utf-8", "cp932", "auto" };
static const char separators[] = ",;\t|";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (n == 0)
		return 0;
	const char *workspace = target_workspace();
	struct arena *arena = arena_new();
	const char *path = file_path(arena, workspace, "in.csv");
	target_write(path, (struct str){ (const char *)bytes + 1, n - 1 });
	struct source source = { .files = str_of("in.csv"),
	    .encoding = str_of(encodings[bytes[0] % 3]),
	    .separator = separators[bytes[0] / 3 % 4], .quote = '"',
	    .header = bytes[0] < 128, .missing = str_of("? -") };
	struct source_column column = { .number = 1, .field = str_of("title") };
	if (!source.header) {
		source.column = &column;
		source.columns = 1;
	}
	struct str form = str_of("[{at}] {title}: {impact}");
	if (bytes[0] >= 96 && bytes[0] < 112) {
		source.form = &form;
		source.forms = 1;
	} else if (bytes[0] >= 112 && bytes[0] < 128) {
		source.wide = (struct source_wide){ 2, str_of("{impact}"),
		    str_of("title"), str_of("CPU"), str_of("#") };
	}
	sink_read(workspace, &source);
	arena_free(arena);
	remove(path);
	return 0;
}
