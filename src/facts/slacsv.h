/* slacsv - the indicators as CSV (contract.md, `geppo sla --format csv`). */
#ifndef GEPPO_SLACSV_H
#define GEPPO_SLACSV_H

#include "base/buf.h"

struct facts;

/* Append header and one line per figure: UTF-8, CRLF. */
void slacsv_write(const struct facts *facts, struct buf *buf);

#endif
