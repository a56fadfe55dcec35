/* factsdump - the facts as stable text. */
#ifndef GEPPO_FACTSDUMP_H
#define GEPPO_FACTSDUMP_H

struct facts;

/* Everything, on standard output. */
void factsdump_write(const struct facts *facts);

#endif
