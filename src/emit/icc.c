/*
 * icc - the sRGB colour profile that PDF/A asks for.
 *
 * Made here, so that no licence and no date of somebody else's file is in a
 * document (pages.md 2.5).  Layout: ICC.1:1998-09; primaries adapted to D50.
 */
#include "emit/icc.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"

#define CURVE 1024
#define TAGS 9

static void add_number(struct buf *buf, uint32_t value, int bytes) {
	while (bytes-- > 0)
		buf_char(buf, (char)(value >> 8 * bytes & 255));
}

static void add_zeros(struct buf *buf, size_t count) {
	while (count-- > 0)
		buf_char(buf, '\0');
}

/* The value of sRGB's curve at t, both from 0 to 1. */
static double linear(double t) {
	return t <= 0.04045 ? t / 12.92 : pow((t + 0.055) / 1.055, 2.4);
}

static void add_curve(struct buf *buf) {
	buf_text(buf, "curv");
	add_zeros(buf, 4);
	add_number(buf, CURVE, 4);
	for (int i = 0; i < CURVE; i++)
		add_number(buf, (uint32_t)(65535 * linear(i
		    / (CURVE - 1.0)) + 0.5), 2);
}

/* In units of 1/65536. */
static void add_xyz(struct buf *buf, uint32_t x, uint32_t y, uint32_t z) {
	buf_text(buf, "XYZ ");
	add_zeros(buf, 4);
	add_number(buf, x, 4);
	add_number(buf, y, 4);
	add_number(buf, z, 4);
}

static void add_header(struct buf *buf, uint32_t size) {
	add_number(buf, size, 4);
	add_zeros(buf, 4);
	add_number(buf, 0x02100000, 4);
	buf_text(buf, "mntrRGB XYZ ");
	/* 2026-01-01 00:00:00 */
	add_number(buf, 2026, 2);
	add_number(buf, 1, 2);
	add_number(buf, 1, 2);
	add_zeros(buf, 6);
	buf_text(buf, "acsp");
	add_zeros(buf, 28);
	add_number(buf, 0xF6D6, 4);
	add_number(buf, 0x10000, 4);
	add_number(buf, 0xD32D, 4);
	add_zeros(buf, 48);
}

static struct str tag_data(struct arena *arena, int tag) {
	struct buf buf = buf_in(arena);
	switch (tag) {
	case 0:
		buf_text(&buf, "desc");
		add_zeros(&buf, 4);
		add_number(&buf, 5, 4);
		buf_text(&buf, "sRGB");
		/* no Unicode name, no name of the Macintosh */
		add_zeros(&buf, 1 + 8 + 3 + 67);
		break;
	case 1:
		buf_text(&buf, "text");
		add_zeros(&buf, 4);
		buf_text(&buf, "No rights reserved");
		add_zeros(&buf, 1);
		break;
	case 2:
		add_xyz(&buf, 0xF6D6, 0x10000, 0xD32D);
		break;
	case 3:
		add_xyz(&buf, 0x6FA2, 0x38F5, 0x0391);
		break;
	case 4:
		add_xyz(&buf, 0x6294, 0xB785, 0x18DA);
		break;
	case 5:
		add_xyz(&buf, 0x24A0, 0x0F85, 0xB6C4);
		break;
	default:
		add_curve(&buf);
	}
	while (buf.n % 4 != 0)
		buf_char(&buf, '\0');
	return buf_str(&buf);
}

struct str icc_srgb(struct arena *arena) {
	static const char *const names[TAGS] = { "desc", "cprt", "wtpt",
	    "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
	struct buf table = buf_in(arena), data = buf_in(arena);
	struct buf all = buf_in(arena);
	size_t start = 128 + 4 + 12 * TAGS, at = start, n = 0;
	add_number(&table, TAGS, 4);
	for (int i = 0; i < TAGS; i++) {
		/* the three curves are one */
		if (i <= 6) {
			struct str bytes = tag_data(arena, i);
			at = start + data.n;
			n = bytes.n;
			buf_add(&data, bytes);
		}
		buf_text(&table, names[i]);
		add_number(&table, (uint32_t)at, 4);
		add_number(&table, (uint32_t)n, 4);
	}
	add_header(&all, (uint32_t)(start + data.n));
	buf_add(&all, buf_str(&table));
	buf_add(&all, buf_str(&data));
	return buf_str(&all);
}
