/*
 * arena - memory by lifetime.
 *
 * A chain of blocks, newest first; allocation bumps a cursor.  Blocks double
 * in size up to 1 MiB; a request that fits no block gets one of its own behind
 * the newest, so that the rest of the newest is not lost.  What was allocated
 * last grows where it stands while its block has room, or with its block.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>

#include "base/diag.h"

enum { BLOCK_FIRST = 4096, BLOCK_MOST = 1 << 20 };

struct block {
	struct block *older;
	size_t size;
	size_t used;
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *newest;
};

static struct block *block_new(struct block *older, size_t size) {
	if (size > SIZE_MAX - sizeof(struct block))
		die("arena: %zu bytes are beyond the address space", size);
	struct block *block = malloc(sizeof *block + size);
	if (block == NULL)
		die("arena: out of memory (%zu bytes)", size);
	block->older = older;
	block->size = size;
	block->used = 0;
	return block;
}

struct arena *arena_new(void) {
	struct arena *arena = malloc(sizeof *arena);
	if (arena == NULL)
		die("arena: out of memory");
	arena->newest = block_new(NULL, BLOCK_FIRST);
	return arena;
}

void arena_free(struct arena *arena) {
	if (arena == NULL)
		return;
	arena_reset(arena);
	free(arena->newest);
	free(arena);
}

void arena_reset(struct arena *arena) {
	struct block *newest = arena->newest;
	for (struct block *block = newest->older, *older; block != NULL;
	    block = older) {
		older = block->older;
		free(block);
	}
	newest->older = NULL;
	newest->used = 0;
}

/* Make sure that the newest block, or for a large request the one behind it,
 * has room; returns the block to take from. */
static struct block *block_for(struct arena *arena, size_t size) {
	struct block *newest = arena->newest;
	if (size <= newest->size - newest->used)
		return newest;
	size_t next = newest->size < BLOCK_MOST ? newest->size * 2 : BLOCK_MOST;
	if (size > next / 2) {
		newest->older = block_new(newest->older, size);
		return newest->older;
	}
	arena->newest = block_new(newest, next);
	return arena->newest;
}

static size_t rounded(size_t size) {
	size_t unit = alignof(max_align_t);
	if (size > SIZE_MAX - unit)
		die("arena: %zu bytes are beyond the address space", size);
	return (size + unit - 1) / unit * unit;
}

void *arena_alloc(struct arena *arena, size_t size) {
	size = rounded(size);
	struct block *block = block_for(arena, size);
	void *bytes = block->bytes + block->used;
	block->used += size;
	return memset(bytes, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
	if (size != 0 && count > SIZE_MAX / size)
		die("arena: %zu elements of %zu bytes overflow", count, size);
	return arena_alloc(arena, count * size);
}

/* Is it what was taken last of the block?  Without bytes it is not looked at. */
static bool is_last(const struct block *block, const char *bytes, size_t n) {
	return n != 0 && bytes + n == block->bytes + block->used;
}

void *arena_grow(struct arena *arena, void *bytes, size_t n, size_t size) {
	struct block *newest = arena->newest, *own = newest->older;
	size_t old = rounded(n), more = rounded(size) - old;
	if (is_last(newest, bytes, old)
	    && more <= newest->size - newest->used) {
		newest->used += more;
		memset((char *)bytes + old, 0, more);
		return bytes;
	}
	/* a block of its own */
	if (own != NULL && is_last(own, bytes, old) && bytes == own->bytes) {
		own = realloc(own, sizeof *own + old + more);
		if (own == NULL)
			die("arena: out of memory (%zu bytes)", size);
		own->size = own->used = old + more;
		newest->older = own;
		memset(own->bytes + old, 0, more);
		return own->bytes;
	}
	void *grown = arena_alloc(arena, size);
	return n == 0 ? grown : memcpy(grown, bytes, n);
}

void *arena_room(struct arena *arena, void *array, size_t count, size_t size) {
	if (count != 0 && (count & (count - 1)) != 0)
		return array;
	if (count > SIZE_MAX / 2)
		die("arena: an array of %zu elements cannot grow", count);
	if (size != 0 && count > SIZE_MAX / size / 2)
		die("arena: %zu elements of %zu bytes overflow", count, size);
	return arena_grow(arena, array, count * size,
	    (count == 0 ? 1 : count * 2) * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t n) {
	char *copy = arena_alloc(arena, n + 1);
	if (n != 0)
		memcpy(copy, text, n);
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	int n = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (n < 0)
		die("arena: bad format %s", format);
	char *text = arena_alloc(arena, (size_t)n + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)n + 1, format, arguments);
	va_end(arguments);
	return text;
}
