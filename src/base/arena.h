/*
 * arena - memory by lifetime.
 *
 * Everything that one run, one document or one scratch computation allocates
 * lives in an arena and goes with it.  Exhaustion of memory ends the program
 * (die), so no caller tests for NULL and nobody frees single objects.
 */
#ifndef GEPPO_ARENA_H
#define GEPPO_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena; the caller owns it and ends it with arena_free. */
struct arena *arena_new(void);

/* Free the arena and all that was taken from it.  NULL is allowed. */
void arena_free(struct arena *arena);

/* Give up all that was taken, keep the arena and its newest block: for
 * scratch memory that is used again for each row. */
void arena_reset(struct arena *arena);

/* size zeroed bytes, aligned for any type.  size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* count zeroed elements of size bytes each; an overflowing product dies. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* The n bytes that were taken at bytes, as size zero-filled ones: where they
 * stand if they were taken last and there is room behind them, else moved.  n
 * is what was asked for; with 0, bytes is not looked at. */
void *arena_grow(struct arena *arena, void *bytes, size_t n, size_t size);

/*
 * Make room for one more element behind the count elements at array: returns
 * the array, moved when count is 0 or a power of two.  With it a growing
 * array needs a pointer and a count, and no capacity:
 *
 *     list = arena_room(arena, list, count, sizeof *list);
 *     list[count++] = element;
 */
void *arena_room(struct arena *arena, void *array, size_t count, size_t size);

/* A NUL-terminated copy of the n bytes at text. */
char *arena_copy(struct arena *arena, const char *text, size_t n);

/* The formatted text, NUL-terminated.  Never used for floating point. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
