/*
 * metricjobs - two batches: one is filled while the other is settled.
 *
 * The second thread begins with the first batch that is full, so small files
 * have none.
 */
#include "store/metricjobs.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>

#include "base/arena.h"

/* A batch is full with so many samples: an hour of a thousand series, sampled
 * each minute. */
enum { SAMPLES = 1 << 16 };

struct batch {
	struct arena *arena;		/* of the hours and their samples */
	struct metricjobs_hour *hour;
	size_t hours;
	size_t samples;
};

struct metricjobs {
	metricjobs_settle *settle;
	void *self;
	struct batch batch[2];
	struct batch *filling;
	bool threaded;			/* the thread has begun */
	bool busy;			/* with the other batch, as far as known */
	pthread_t thread;

	pthread_mutex_t lock;		/* of what follows */
	pthread_cond_t moved;
	struct batch *given;		/* what the thread settles, or NULL */
	bool over;
};

struct metricjobs *metricjobs_new(struct arena *arena,
    metricjobs_settle *settle, void *self) {
	struct metricjobs *jobs = arena_alloc(arena, sizeof *jobs);
	jobs->settle = settle;
	jobs->self = self;
	jobs->filling = &jobs->batch[0];
	for (int i = 0; i < 2; i++)
		jobs->batch[i].arena = arena_new();
	pthread_mutex_init(&jobs->lock, NULL);
	pthread_cond_init(&jobs->moved, NULL);
	return jobs;
}

static void settle_batch(const struct metricjobs *jobs, struct batch *batch) {
	for (size_t i = 0; i < batch->hours; i++)
		jobs->settle(jobs->self, &batch->hour[i]);
	arena_reset(batch->arena);
	batch->hour = NULL;
	batch->hours = batch->samples = 0;
}

/* What is given, or NULL at the end. */
static struct batch *await(struct metricjobs *jobs) {
	pthread_mutex_lock(&jobs->lock);
	while (jobs->given == NULL && !jobs->over)
		pthread_cond_wait(&jobs->moved, &jobs->lock);
	struct batch *batch = jobs->given;
	pthread_mutex_unlock(&jobs->lock);
	return batch;
}

/* Give the batch, or NULL for one that is settled. */
static void give(struct metricjobs *jobs, struct batch *batch) {
	pthread_mutex_lock(&jobs->lock);
	jobs->given = batch;
	pthread_cond_signal(&jobs->moved);
	pthread_mutex_unlock(&jobs->lock);
}

static void *work(void *self) {
	struct metricjobs *jobs = self;
	for (struct batch *batch; (batch = await(jobs)) != NULL;) {
		settle_batch(jobs, batch);
		give(jobs, NULL);
	}
	return NULL;
}

static bool has_processors(void) {
	cpu_set_t set;
	return sched_getaffinity(0, sizeof set, &set) == 0
	    && CPU_COUNT(&set) > 1;
}

/* Signals are for the first thread, as in cmd/press. */
static bool start(struct metricjobs *jobs) {
	sigset_t all, old;
	if (!has_processors())
		return false;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	bool started = pthread_create(&jobs->thread, NULL, work, jobs) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return started;
}

void metricjobs_rest(struct metricjobs *jobs) {
	if (!jobs->busy)
		return;
	pthread_mutex_lock(&jobs->lock);
	while (jobs->given != NULL)
		pthread_cond_wait(&jobs->moved, &jobs->lock);
	pthread_mutex_unlock(&jobs->lock);
	jobs->busy = false;
}

/* The batch that was filled goes to the thread, if there can be one. */
static void hand_over(struct metricjobs *jobs) {
	struct batch *full = jobs->filling;
	metricjobs_rest(jobs);
	jobs->threaded = jobs->threaded || start(jobs);
	if (!jobs->threaded) {
		settle_batch(jobs, full);
		return;
	}
	jobs->filling = full == &jobs->batch[0] ? &jobs->batch[1]
	    : &jobs->batch[0];
	jobs->busy = true;
	give(jobs, full);
}

void metricjobs_add(struct metricjobs *jobs, void *series, int64_t hour,
    const struct metricpack *samples) {
	struct batch *batch = jobs->filling;
	size_t n = samples->count;
	struct metricpack_sample *at = arena_array(batch->arena, n, sizeof *at);
	memcpy(at, samples->at, n * sizeof *at);
	batch->hour = arena_room(batch->arena, batch->hour, batch->hours,
	    sizeof *batch->hour);
	batch->hour[batch->hours++] = (struct metricjobs_hour){ series, hour,
	    { at, n, n } };
	batch->samples += n;
	if (batch->samples >= SAMPLES)
		hand_over(jobs);
}

void metricjobs_end(struct metricjobs *jobs) {
	metricjobs_rest(jobs);
	settle_batch(jobs, jobs->filling);
	if (jobs->threaded) {
		pthread_mutex_lock(&jobs->lock);
		jobs->over = true;
		pthread_cond_signal(&jobs->moved);
		pthread_mutex_unlock(&jobs->lock);
		pthread_join(jobs->thread, NULL);
	}
	pthread_cond_destroy(&jobs->moved);
	pthread_mutex_destroy(&jobs->lock);
	for (int i = 0; i < 2; i++)
		arena_free(jobs->batch[i].arena);
}
