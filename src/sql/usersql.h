/*
 * usersql - SQL that users write: `where`, `when`, query files.
 *
 * It reads the views named as record types, and nothing else: an authorizer
 * denies other tables and every statement that is no SELECT, a counter of
 * steps (LIMIT_SQL_STEPS) ends what runs too long.  An error is a diag, and
 * the statement then gives no rows.
 */
#ifndef GEPPO_USERSQL_H
#define GEPPO_USERSQL_H

#include "base/diag.h"
#include "base/record.h"

struct arena;
struct db;
struct usersql;

/*
 * Is the expression one over the columns of the view?  place and what (an
 * attribute's name: "where") are for the message, which says whose it is;
 * place NULL: no message.
 */
bool usersql_check(struct db *db, const char *view, struct str expression,
    const struct place *place, const char *what, const char *whose);

/* The statement, whose errors are told as SQL_FILE with its name; NULL after a
 * diag.  Parameters of these names are bound where it has them. */
struct usersql *usersql_open(struct db *db, struct str sql,
    const struct place *place, const char *name);
void usersql_bind(struct usersql *query, const char *name, int64_t value);

/* The next row; false at the end or after an error, which usersql_close then
 * tells by false. */
bool usersql_step(struct usersql *query);
struct value usersql_column(const struct usersql *query, int n);

/* The column of the name, or -1. */
int usersql_find(const struct usersql *query, const char *name);
bool usersql_close(struct usersql *query);

#endif
