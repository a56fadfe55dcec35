/*
 * press - PDFs, written by a second thread while the first one goes on, and by
 * the first one while it would wait.
 *
 * The second thread neither tells anything nor opens or names a file: that is
 * done where a PDF begins and ends, at places that do not depend on how fast it
 * is written, so that messages and files are the same at any speed, also where
 * there is no second thread.
 */
#ifndef GEPPO_PRESS_H
#define GEPPO_PRESS_H

#include "set/frame.h"

/* PDFs that may be begun and not ended: a long one does not hold up the short
 * ones behind it. */
#define PRESS_DEPTH 4

struct arena;
struct pdfattach;
struct press;

/* Ended by press_stop. */
struct press *press_new(struct arena *arena);

/* Begin to write the PDF, after the oldest one has ended where there are
 * PRESS_DEPTH.  Frame, attached files and path stay as they are until then.
 * False after a diag, of this PDF or the oldest. */
bool press_begin(struct press *press, const struct frame *frame,
    const struct pdfattach *attach, const char *path);

/* Wait for all PDFs; false after a diag. */
bool press_end(struct press *press);

/* Wait for what is being written, and leave no file that has not ended. */
void press_stop(struct press *press);

#endif
