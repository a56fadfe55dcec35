/*
 * press - PDFs, written by a second thread, and by the first one while it
 * would wait.
 *
 * A ring of sheets: the first thread begins and ends them in their order, and
 * both take those between.  Only the counts and `done` are shared; a sheet is
 * the first thread's before it is begun, and after it is done.
 */
#include "cmd/press.h"

#include <pthread.h>
#include <signal.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "emit/pdf.h"
#include "emit/pdfattach.h"

struct sheet {
	const struct frame *frame;
	struct pdfattach attach;
	const char *path;
	struct file_out *out;
	const char *fault;
	bool done;
};

struct press {
	struct sheet sheet[PRESS_DEPTH];
	pthread_t thread;
	bool threaded;
	pthread_mutex_t lock;
	pthread_cond_t change;
	size_t begun, taken, ended;
	bool stopped;		/* no more are taken */
};

struct press *press_new(struct arena *arena) {
	struct press *press = arena_alloc(arena, sizeof *press);
	pthread_mutex_init(&press->lock, NULL);
	pthread_cond_init(&press->change, NULL);
	return press;
}

/* Write the next sheet that nobody has taken.  The lock is held on both ends,
 * and not while it is written. */
static void write_next(struct press *press) {
	struct sheet *sheet = &press->sheet[press->taken++ % PRESS_DEPTH];
	pthread_mutex_unlock(&press->lock);
	sheet->fault = pdf_write(sheet->frame, &sheet->attach, sheet->out);
	pthread_mutex_lock(&press->lock);
	sheet->done = true;
	pthread_cond_signal(&press->change);
}

static void *work(void *self) {
	struct press *press = self;
	pthread_mutex_lock(&press->lock);
	while (!press->stopped)
		if (press->taken < press->begun)
			write_next(press);
		else
			pthread_cond_wait(&press->change, &press->lock);
	pthread_mutex_unlock(&press->lock);
	return NULL;
}

/* Signals are for the first thread, whose files their handler removes. */
static bool start_thread(struct press *press) {
	sigset_t all, old;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	bool started = pthread_create(&press->thread, NULL, work, press) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return started;
}

/* The oldest sheet, when it is done. */
static struct sheet *take_oldest(struct press *press) {
	struct sheet *sheet = &press->sheet[press->ended % PRESS_DEPTH];
	pthread_mutex_lock(&press->lock);
	while (!sheet->done)
		if (press->taken < press->begun)
			write_next(press);
		else
			pthread_cond_wait(&press->change, &press->lock);
	press->ended++;
	pthread_mutex_unlock(&press->lock);
	return sheet;
}

static bool end_oldest(struct press *press) {
	struct sheet *sheet = take_oldest(press);
	if (sheet->fault == NULL)
		return file_commit(sheet->out);
	diag(DIAG_PDF_WRITE, NULL, sheet->path, sheet->fault, NULL);
	file_discard(sheet->out);
	return false;
}

bool press_begin(struct press *press, const struct frame *frame,
    const struct pdfattach *attach, const char *path) {
	struct sheet *sheet = &press->sheet[press->begun % PRESS_DEPTH];
	if (press->begun - press->ended == PRESS_DEPTH && !end_oldest(press))
		return false;
	*sheet = (struct sheet){ .frame = frame, .attach = *attach,
	    .path = path, .out = file_create(path) };
	if (sheet->out == NULL)
		return false;
	if (!press->threaded)
		press->threaded = start_thread(press);
	pthread_mutex_lock(&press->lock);
	press->begun++;
	pthread_cond_signal(&press->change);
	pthread_mutex_unlock(&press->lock);
	return true;
}

bool press_end(struct press *press) {
	bool whole = true;
	while (press->ended < press->begun)
		whole = end_oldest(press) && whole;
	return whole;
}

void press_stop(struct press *press) {
	pthread_mutex_lock(&press->lock);
	press->stopped = true;
	pthread_cond_signal(&press->change);
	pthread_mutex_unlock(&press->lock);
	if (press->threaded)
		pthread_join(press->thread, NULL);
	for (; press->ended < press->begun; press->ended++)
		file_discard(press->sheet[press->ended % PRESS_DEPTH].out);
	pthread_cond_destroy(&press->change);
	pthread_mutex_destroy(&press->lock);
}
