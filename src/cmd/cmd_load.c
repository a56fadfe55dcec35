/* cmd_load - `geppo load [FILE...]`: sources into the store. */
#include <inttypes.h>

#include "base/arena.h"
#include "base/file.h"
#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/commands.h"
#include "sql/db.h"
#include "store/load.h"
#include "store/rejected.h"

static void print_stats(const struct source *source,
    const struct load_stats *stats) {
	bool ja = strcmp(help_language(), "ja") == 0;
	printf(ja ? "%.*s: %" PRId64 "行 新規%" PRId64 " 変更%" PRId64 " 同一%"
	    PRId64 " 除外%" PRId64 "、既知のファイル%" PRId64 "\n"
	    : "%.*s: %" PRId64 " rows, %" PRId64 " new, %" PRId64 " changed, %"
	    PRId64 " same, %" PRId64 " rejected, %" PRId64 " files known\n",
	    (int)source->files.n, source->files.p, stats->read, stats->added,
	    stats->changed, stats->same, stats->rejected, stats->known);
}

enum cmd_status cmd_load(struct run *run) {
	static const struct cmd_option none[] = { { NULL, NULL, NULL } };
	if (!cmd_options(run, none))
		return CMD_USAGE;
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	const char *path = cmd_store_path(run);
	if (contract == NULL || !file_make_dirs(run->out))
		return CMD_REFUSED;
	struct db *db = db_open(run->arena, path, false);
	if (db == NULL)
		return CMD_REFUSED;
	size_t count = (size_t)run->argc - 1;
	struct str *only = arena_array(run->arena, count, sizeof *only);
	for (size_t i = 0; i < count; i++)
		only[i] = str_of(run->argv[i + 1]);
	struct load_stats *stats = arena_array(run->arena, contract->sources,
	    sizeof *stats);
	const struct renew renew = load_again(run->arena, db, contract, stats);
	for (size_t i = 0; i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		cmd_progress(run, i + 1, contract->sources,
		    str_z(run->arena, source->files));
		load_source(db, contract, source, only, count, &stats[i]);
		cmd_progress(run, 0, 0, "");
		if (!run->quiet && stats[i].files + stats[i].known > 0)
			print_stats(source, &stats[i]);
	}
	renew_tell(db, contract, &renew);
	rejected_write(db, contract, file_path(run->arena, run->out,
	    "rejected.csv"));
	db_close(db);
	return cmd_status();
}
