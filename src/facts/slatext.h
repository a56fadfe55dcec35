/*
 * slatext - the indicators for people at a terminal, and as JSON.
 */
#ifndef GEPPO_SLATEXT_H
#define GEPPO_SLATEXT_H

#include "base/buf.h"

struct facts;

/* An aligned table and a sentence per figure; with explain its definition and
 * the calculation behind it follow. */
void slatext_write(const struct facts *facts, bool explain, struct buf *buf);

/* One JSON object: period, as_of, figures with the fields of the CSV; with
 * explain also definition and traces. */
void slatext_json(const struct facts *facts, bool explain, struct buf *buf);

#endif
