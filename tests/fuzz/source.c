/*
 * source - any bytes as an export: records and rejected rows, never a crash.
 *
 * The first byte chooses encoding, separator and shape.  `make fuzz` replays
 * the seeds; to search: clang -fsanitize=fuzzer -DFUZZER.
 */
#include "contract/contract.h"
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
	struct source source = { .records = RECORD_ticket,
	    .files = str_of("in.csv"),
	    .encoding = str_of(encodings[bytes[0] % 3]),
	    .separator = separators[bytes[0] / 3 % 4], .quote = '"',
	    .header = bytes[0] < 128, .missing = str_of("? -") };
	struct source_column column = { .number = 1, .field = str_of("title") };
	if (!source.header) {
		source.column = &column;
		source.columns = 1;
	}
	struct source_constant constant[] = {
		{ str_of("ticket_id"), str_of("T"), false },
		{ str_of("type"), str_of("incident"), false },
		{ str_of("status"), str_of("done"), false },
		{ str_of("received_at"), str_of("2026-10-01 09:00"), false },
	};
	struct str form = str_of("[{at}] {title}: {impact}");
	if (bytes[0] >= 96 && bytes[0] < 112) {
		source.form = &form;
		source.forms = 1;
	} else if (bytes[0] >= 112 && bytes[0] < 128) {
		source.wide = (struct source_wide){ 2, str_of("{impact}"),
		    str_of("title"), str_of("CPU"), str_of("#") };
	}
	source.json = bytes[0] >= 80 && bytes[0] < 96;
	if (source.json && bytes[0] >= 88)
		source.rows = str_of("a.b");
	if (source.json && bytes[0] % 2 == 0)
		source.wide = (struct source_wide){ 1, str_of("{impact}"),
		    str_of("title"), str_of("k"), str_of("") };
	source.constant = constant;
	source.constants = sizeof constant / sizeof constant[0];
	struct contract contract = { .path = str_of("contract.xml"),
	    .workspace = str_of(workspace), .offset = 9 * 3600 };
	int64_t last = 0;
	struct rec_sink sink = sink_of(&last);
	source_read(&contract, &source, NULL, 0, &sink);
	diag_reset();
	arena_free(arena);
	remove(path);
	return 0;
}
