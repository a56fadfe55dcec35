/* press - PDFs written by two threads, and where there is only one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <errno.h>
#include <glob.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmd/press.h"
#include "doc/doc.h"
#include "emit/pdfattach.h"

static struct arena *arena;
static struct press *press;
static char path[] = "/tmp/geppo-press-XXXXXX";

static bool threads_are_out;
static int threads;

/* Stands before the library's. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attr,
    void *(*start)(void *), void *self) {
	int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *),
	    void *);
	*(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
	if (threads_are_out)
		return EAGAIN;
	threads++;
	return real(thread, attr, start, self);
}

static bool begin_at(const char *where) {
	static struct node root = { .type = ELEMENT_DOCUMENT };
	static const struct doc doc = { .root = &root };
	static struct item item = { .kind = ITEM_BOX, .w = 1024, .h = 1024,
	    .filled = true };
	static struct fragment page = { 600000, 800000, &item, 1 };
	static struct str label = { "1", 1 };
	static const struct frame frame = { .doc = &doc, .page = &page,
	    .label = &label, .pages = 1 };
	static const struct pdfattach nothing;
	return press_begin(press, &frame, &nothing, where);
}

static bool begin(void) {
	return begin_at(path);
}

static struct str written(void) {
	struct str bytes;
	assert_true(begin());
	assert_true(press_end(press));
	assert_true(file_read(arena, path, 1 << 20, &bytes));
	unlink(path);
	return bytes;
}

static void anew(bool alone) {
	press_stop(press);
	press = press_new(arena);
	threads_are_out = alone;
}

static void bytes_do_not_depend_on_threads(void **state) {
	(void)state;
	anew(false);
	struct str beside = written();
	assert_int_equal(threads, 1);
	anew(true);
	assert_true(str_equal(written(), beside));
	assert_int_equal(threads, 1);
	assert_true(beside.n > 1000);
}

static void begin_many(bool alone) {
	const char *where[3 * PRESS_DEPTH];
	size_t count = sizeof where / sizeof *where;
	anew(alone);
	struct str first = written(), bytes;
	for (size_t i = 0; i < count; i++) {
		where[i] = arena_printf(arena, "%s-%zu", path, i);
		assert_true(begin_at(where[i]));
		/* the oldest end, and no other, however fast they are */
		assert_int_equal(i >= PRESS_DEPTH && file_exists(where[i
		    - PRESS_DEPTH]), i >= PRESS_DEPTH);
		assert_false(file_exists(where[i + 1 < PRESS_DEPTH ? 0
		    : i + 1 - PRESS_DEPTH]));
	}
	assert_true(press_end(press));
	for (size_t i = 0; i < count; i++) {
		assert_true(file_read(arena, where[i], 1 << 20, &bytes));
		assert_true(str_equal(bytes, first));
		unlink(where[i]);
	}
}

static void more_are_begun_than_it_holds(void **state) {
	(void)state;
	begin_many(false);
	begin_many(true);
}

/* A disk that is full, whichever thread finds it. */
static void a_fault_is_told_at_the_end(void **state) {
	struct rlimit small = { 1000, RLIM_INFINITY }, old;
	(void)state;
	getrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_IGN);
	for (int i = 0; i < 2; i++) {
		anew(i == 1);
		diag_reset();
		setrlimit(RLIMIT_FSIZE, &small);
		assert_true(begin());
		assert_int_equal(diag_count(DIAG_REFUSE), 0);
		assert_false(press_end(press));
		setrlimit(RLIMIT_FSIZE, &old);
		assert_int_equal(diag_count(DIAG_REFUSE), 1);
		assert_false(file_exists(path));
		assert_true(press_end(press));
	}
}

static void a_stop_leaves_no_file(void **state) {
	glob_t found;
	(void)state;
	anew(false);
	assert_true(begin());
	press_stop(press);
	assert_int_equal(glob(arena_printf(arena, "%s*", path), 0, NULL,
	    &found), GLOB_NOMATCH);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_do_not_depend_on_threads),
		cmocka_unit_test(more_are_begun_than_it_holds),
		cmocka_unit_test(a_fault_is_told_at_the_end),
		cmocka_unit_test(a_stop_leaves_no_file),
	};
	arena = arena_new();
	press = press_new(arena);
	close(mkstemp(path));
	unlink(path);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
