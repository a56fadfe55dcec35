/* renewpack - samples of files that are read anew leave their packs. */
#ifndef GEPPO_RENEWPACK_H
#define GEPPO_RENEWPACK_H

#include <stdbool.h>

struct db;

/* Packed days and hours without the samples of those imports, and no series
 * that has none any more.  anew: by import, as far as there are any. */
void renewpack_take_back(struct db *db, const bool *anew);

#endif
