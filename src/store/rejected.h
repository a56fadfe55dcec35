/*
 * rejected - the rows that were rejected, as a file to mend them by.
 *
 * CSV with the header `path,line,reason,row`: the file below the workspace,
 * the line on which the row begins, the name of the message, and the row's own
 * bytes in the encoding of its file (at most LIMIT_REJECT_BYTES).
 */
#ifndef GEPPO_REJECTED_H
#define GEPPO_REJECTED_H

#include <stdbool.h>

struct contract;
struct db;

/* Write the file anew, whole or not at all, from the latest import of each file
 * by each source of the contract; false after a diag.  Without rejected rows
 * it holds the header alone. */
bool rejected_write(struct db *db, const struct contract *contract,
    const char *path);

#endif
