/* checkfigure - data checks of the figures themselves and their calendars. */
#ifndef GEPPO_CHECKFIGURE_H
#define GEPPO_CHECKFIGURE_H

struct findings;

/* Years of the period that the file of holidays does not cover. */
void checkfigure_holidays(struct findings *findings);

/* Indicators with unmeasured time. */
void checkfigure_unmeasured(struct findings *findings);

/* Indicators with records that cannot be judged. */
void checkfigure_unjudged(struct findings *findings);

/* Ledgers that do not balance. */
void checkfigure_carry(struct findings *findings);

/* Indicators whose classes of time do not sum to the period. */
void checkfigure_sums(struct findings *findings);

#endif
