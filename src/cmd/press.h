/*
 * press - PDFs, each written by a second thread while the first one goes on.
 *
 * One at a time.  The second thread neither tells anything nor opens or names
 * a file: that is done where a PDF begins and ends, so that messages and files
 * are the same at any speed, also where there is no second thread.
 */
#ifndef GEPPO_PRESS_H
#define GEPPO_PRESS_H

#include "set/frame.h"

struct arena;
struct pdfattach;
struct press;

struct press *press_new(struct arena *arena);

/* Begin to write the PDF; the one before has ended.  Frame, attached files and
 * path stay as they are until press_end.  False after a diag. */
bool press_begin(struct press *press, const struct frame *frame,
    const struct pdfattach *attach, const char *path);

/* Wait for the PDF; false after a diag.  True when none was begun. */
bool press_end(struct press *press);

/* Wait, and leave no file. */
void press_stop(struct press *press);

#endif
