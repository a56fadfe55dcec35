/* checkstamp - data checks of times: reversed ones, missing ones. */
#ifndef GEPPO_CHECKSTAMP_H
#define GEPPO_CHECKSTAMP_H

#include "store/rows.h"

struct findings;

/* Records that end before they begin. */
void checkstamp_reversed(struct findings *findings);

/* Records of a clock without the stamps that it is judged by. */
void checkstamp_missing(struct findings *findings);

/* Say which alerts, outages, stops and exclusions are left out because they
 * end before they begin or have no beginning (sla-details 26). */
void checkstamp_say(const struct rows *rows);

#endif
