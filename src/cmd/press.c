/* press - PDFs, each written by a second thread while the first one goes on. */
#include "cmd/press.h"

#include <pthread.h>
#include <signal.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "emit/pdf.h"
#include "emit/pdfattach.h"

struct press {
	const struct frame *frame;
	struct pdfattach attach;
	const char *path;
	struct file_out *out;	/* NULL: nothing is begun */
	const char *fault;
	pthread_t thread;
	bool threaded;
};

struct press *press_new(struct arena *arena) {
	return arena_alloc(arena, sizeof(struct press));
}

static void *work(void *self) {
	struct press *press = self;
	press->fault = pdf_write(press->frame, &press->attach, press->out);
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

bool press_begin(struct press *press, const struct frame *frame,
    const struct pdfattach *attach, const char *path) {
	*press = (struct press){ .frame = frame, .attach = *attach,
	    .path = path, .out = file_create(path) };
	if (press->out == NULL)
		return false;
	press->threaded = start_thread(press);
	if (!press->threaded)
		work(press);
	return true;
}

/* The file of which no thread knows any more, or NULL. */
static struct file_out *take(struct press *press) {
	struct file_out *out = press->out;
	if (press->threaded)
		pthread_join(press->thread, NULL);
	press->threaded = false;
	press->out = NULL;
	return out;
}

bool press_end(struct press *press) {
	struct file_out *out = take(press);
	if (out == NULL)
		return true;
	if (press->fault == NULL)
		return file_commit(out);
	diag(DIAG_PDF_WRITE, NULL, press->path, press->fault, NULL);
	file_discard(out);
	return false;
}

void press_stop(struct press *press) {
	file_discard(take(press));
}
