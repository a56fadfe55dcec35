/*
 * checkgap - data check of monitoring: service time that no sample holds.
 */
#ifndef GEPPO_CHECKGAP_H
#define GEPPO_CHECKGAP_H

struct findings;

/* Each gap of each target that an availability takes samples of. */
void checkgap_list(struct findings *findings);

#endif
