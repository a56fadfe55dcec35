/* cmd_init - `geppo init DIR`: a commented workspace that runs as it stands. */
#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/limits.h"
#include "base/record.h"
#include "cmd/cmd.h"
#include "cmd/commands.h"

/* The depth of templates/init: its own files, and those of its folders. */
static const char *const patterns[] = { "*.*", "*/*.*", "*/*/*.*" };

static bool copy_file(struct arena *arena, const char *from, const char *to,
    const char *name) {
	struct str contents;
	const char *path = file_path(arena, from, name);
	if (!file_read(arena, path, LIMIT_INPUT_BYTES, &contents)) {
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
		return false;
	}
	struct file_out *file = file_create(file_path(arena, to, name));
	if (file == NULL)
		return false;
	file_write(file, contents);
	return file_commit(file);
}

static bool copy_all(struct arena *arena, const char *from, const char *to) {
	for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
		struct str *names = NULL;
		size_t count = file_glob(arena, from, patterns[i], &names);
		for (size_t k = 0; k < count; k++)
			if (!copy_file(arena, from, to, names[k].p))
				return false;
	}
	return true;
}

/* A ledger of the type without rows: the names of its fields.  The mark makes
 * spreadsheets keep it in UTF-8. */
static bool write_blank(struct arena *arena, const char *to,
    const struct record_type *type) {
	struct buf header = buf_in(arena);
	buf_text(&header, "\xef\xbb\xbf");
	for (size_t i = 0; i < type->fields; i++) {
		buf_text(&header, i == 0 ? "" : ",");
		buf_text(&header, type->field[i].name);
	}
	buf_text(&header, "\r\n");
	struct file_out *file = file_create(file_path(arena, to,
	    arena_printf(arena, "blank/%s.csv", type->name)));
	if (file == NULL)
		return false;
	file_write(file, buf_str(&header));
	return file_commit(file);
}

static bool write_blanks(struct arena *arena, const char *to) {
	for (int id = 0; id < RECORD_TYPES; id++)
		if (!write_blank(arena, to, record_type((enum record_id)id)))
			return false;
	return true;
}

enum cmd_status cmd_init(struct run *run) {
	static const struct cmd_option none[] = { { NULL, NULL, NULL } };
	if (!cmd_options(run, none))
		return CMD_USAGE;
	if (run->argc != 2)
		return cmd_usage(run, "expected one operand:", "DIR");
	const char *place = run->argv[1];
	if (file_exists(place)) {
		diag(DIAG_INIT_EXISTS, NULL, place, NULL);
		return CMD_REFUSED;
	}
	const char *from = file_share(run->arena, NULL, "templates/init");
	if (from == NULL) {
		diag(DIAG_SHARE_MISSING, NULL, "templates/init", NULL);
		return CMD_REFUSED;
	}
	struct folder *folder = folder_begin(run->arena, place);
	if (folder == NULL)
		return CMD_REFUSED;
	if (!copy_all(run->arena, from, folder_path(folder))
	    || !write_blanks(run->arena, folder_path(folder))
	    || !folder_commit(folder)) {
		folder_discard(folder);
		return CMD_REFUSED;
	}
	if (!run->quiet)
		printf("%s/contract.xml\n%s/README.md\n", place, place);
	return cmd_status();
}
