/*
 * checkledger - data checks of duties: what the ledgers say was done without
 * plan, approval or notice, or not in time.
 */
#ifndef GEPPO_CHECKLEDGER_H
#define GEPPO_CHECKLEDGER_H

struct findings;

/* Planned stops of the period without approval or notice in time. */
void checkledger_stops(struct findings *findings);

/* Maintenance work of the period without a plan or its approval. */
void checkledger_work(struct findings *findings);

/* Changes made in the period without approval, or before it. */
void checkledger_approval(struct findings *findings);

/* Changes made in the period for which no document was updated. */
void checkledger_documents(struct findings *findings);

/* Minutes due in the period that came late or not at all. */
void checkledger_minutes(struct findings *findings);

/* Action items whose day has passed. */
void checkledger_actions(struct findings *findings);

/* Assets that use more licences than are held. */
void checkledger_licences(struct findings *findings);

/* Assets in use whose support or validity has ended. */
void checkledger_support(struct findings *findings);

#endif
