/* basis - what the report rests on. */
#include "facts/basis.h"

#include "base/arena.h"
#include "facts/check.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* Enough of a digest to compare by eye; the manifest has it whole. */
#define SHORT_DIGEST 12

static void add_sources(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "sources");
	sheet_columns(&sheet, "path:text record-type:text rows:int rejected:int "
	    "first:instant last:instant digest:id");
	for (size_t i = 0; i < facts->rows->files; i++) {
		const struct rows_file *file = &facts->rows->file[i];
		struct str digest = file->digest;
		if (digest.n > SHORT_DIGEST)
			digest.n = SHORT_DIGEST;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, file->path);
		sheet_text(&sheet, phrase_records(facts->words,
		    file->records));
		sheet_int(&sheet, file->rows);
		sheet_int(&sheet, file->rejected);
		sheet_instant(&sheet, file->first != 0, file->first);
		sheet_instant(&sheet, file->last != 0, file->last);
		sheet_cell(&sheet, digest, file->digest, TONE_NONE);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void basis_add(struct arena *arena, struct facts *facts) {
	add_sources(arena, facts);
	check_add(arena, facts);
}
