/*
 * clockless - SQLite without the time of day.
 *
 * The same store must give the same figures on any day and in any time zone,
 * so 'now' is NULL and 'localtime' an error in every statement.
 */
#ifndef GEPPO_CLOCKLESS_H
#define GEPPO_CLOCKLESS_H

/* The name to open connections with. */
const char *clockless_vfs(void);

#endif
