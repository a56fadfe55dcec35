/* checkjoin - data checks of what names something that is not there. */
#ifndef GEPPO_CHECKJOIN_H
#define GEPPO_CHECKJOIN_H

struct findings;

/* Alerts, planned stops and exclusions whose target the contract lacks. */
void checkjoin_targets(struct findings *findings);

/* References to records, systems and indicators that do not exist. */
void checkjoin_links(struct findings *findings);

/* Changes whose other side, operator's or maintainer's, is missing. */
void checkjoin_changes(struct findings *findings);

#endif
