/* rowdump - rows as stable text, for `geppo dump rows`. */
#ifndef GEPPO_ROWDUMP_H
#define GEPPO_ROWDUMP_H

struct rows;

void rowdump_write(const struct rows *rows);

#endif
