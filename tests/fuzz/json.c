/*
 * json - any bytes as a JSON export: records and rejected rows, never a crash.
 *
 * The first byte chooses path, unpivot and encoding.  `make fuzz` replays the
 * seeds; to search: clang -fsanitize=fuzzer -DFUZZER.
 */
#include "sink.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (n == 0)
		return 0;
	const char *workspace = target_workspace();
	struct arena *arena = arena_new();
	const char *path = file_path(arena, workspace, "in.json");
	target_write(path, (struct str){ (const char *)bytes + 1, n - 1 });
	struct source_place other = { str_of("c.d"), 0 };
	struct source_place join = { str_of("1"), 0 };
	struct source_column column[] = {
		{ .name = str_of("t"), .field = str_of("title"),
		    .other = &other, .others = 1, .join = &join, .joins = 1 },
		{ .name = str_of(".k"), .field = str_of("severity"),
		    .optional = true },
	};
	struct source source = { .files = str_of("in.json"),
	    .encoding = str_of(bytes[0] % 2 == 0 ? "utf-8" : "auto"),
	    .separator = ',', .quote = '"', .header = true, .json = true,
	    .rows = str_of(bytes[0] / 2 % 2 == 0 ? "" : "a.b"),
	    .missing = str_of("null -"), .column = column,
	    .columns = sizeof column / sizeof column[0] };
	if (bytes[0] / 4 % 2 != 0)
		source.wide = (struct source_wide){ 1, str_of("{impact}"),
		    str_of("t"), str_of("k"), str_of("") };
	sink_read(workspace, &source);
	arena_free(arena);
	remove(path);
	return 0;
}
