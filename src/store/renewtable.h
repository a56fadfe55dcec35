/* renewtable - records of files that are read anew leave their table. */
#ifndef GEPPO_RENEWTABLE_H
#define GEPPO_RENEWTABLE_H

struct arena;
struct db;
struct record_type;

/* Records and history of the type as they would be without the files that
 * renew-note.sql has noted: what other files said before them is there again. */
void renewtable_take_back(struct arena *arena, struct db *db,
    const struct record_type *type);

#endif
