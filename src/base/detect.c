/*
 * detect - contact data and secrets in running text.
 *
 * Each form is tried at every place where a word may begin; a matcher tells
 * the bytes it takes, 0 for none.
 */
#include "base/detect.h"

#include <string.h>
#include <strings.h>

#define PHONE_LEAST 10
#define PHONE_MOST 11
#define SECRET_LEAST 4
#define TOKEN_LEAST 16

/* A place in a text, with the character there as its narrow form; code 0 at
 * the end. */
struct look {
	struct str text;
	size_t at, size;
	uint32_t code;
};

static uint32_t narrow(uint32_t code) {
	if (code >= 0xff01 && code <= 0xff5e)
		return code - 0xff01 + '!';
	if (code == 0x3000)
		return ' ';
	bool dash = (code >= 0x2010 && code <= 0x2015) || code == 0x2212
	    || code == 0x30fc;
	return dash ? '-' : code;
}

static struct look look_at(struct str text, size_t at) {
	struct look look = { text, at, 0, 0 };
	if (at >= text.n)
		return look;
	look.size = str_utf8((struct str){ text.p + at, text.n - at },
	    &look.code);
	if (look.size == 0)
		look.size = 1;
	look.code = narrow(look.code);
	return look;
}

static struct look next(struct look look) {
	return look_at(look.text, look.at + look.size);
}

static bool is_digit(uint32_t code) {
	return code >= '0' && code <= '9';
}

static bool is_letter(uint32_t code) {
	return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static bool is_alnum(uint32_t code) {
	return is_digit(code) || is_letter(code);
}

static bool is_hex(uint32_t code) {
	return is_digit(code) || (code >= 'a' && code <= 'f')
	    || (code >= 'A' && code <= 'F');
}

static bool is_one_of(uint32_t code, const char *set) {
	return code != 0 && code < 0x80 && strchr(set, (char)code) != NULL;
}

static uint32_t small(uint32_t code) {
	return code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code;
}

/* Nearly all words are ruled out by their first byte. */
static bool may_begin(struct look look, const char *word) {
	unsigned char first = (unsigned char)*word;
	return look.code < 0x80 ? small(look.code) == first
	    : (unsigned char)look.text.p[look.at] == first;
}

/* The text at the place, letters of either case; *look moves behind it. */
static bool take(struct look *look, const char *word) {
	struct look at = *look;
	if (!may_begin(at, word))
		return false;
	for (struct look want = look_at(str_of(word), 0); want.code != 0;
	    want = next(want), at = next(at))
		if (small(at.code) != want.code)
			return false;
	*look = at;
	return true;
}

static size_t match_mail(struct look look, uint32_t before) {
	size_t from = look.at, point = 0, end = 0;
	if (is_alnum(before) || is_one_of(before, "._%+-@"))
		return 0;
	while (is_alnum(look.code) || is_one_of(look.code, "._%+-"))
		look = next(look);
	if (look.at == from || look.code != '@')
		return 0;
	for (look = next(look); is_alnum(look.code)
	    || is_one_of(look.code, ".-"); look = next(look)) {
		if (look.code == '.')
			point = look.at;
		else
			end = look.at + look.size;
	}
	return point != 0 && end > point ? end - from : 0;
}

/* Without parting marks the second digit is none of a counter's zeros. */
static bool is_phone(size_t digits, size_t marks, bool abroad, bool zeros) {
	if (abroad)
		return digits >= PHONE_LEAST - 1 && digits < PHONE_MOST;
	return digits >= PHONE_LEAST && digits <= PHONE_MOST
	    && (marks == 2 || (marks == 0 && !zeros));
}

static size_t match_phone(struct look look, uint32_t before) {
	size_t from = look.at, end = from, digits = 0, marks = 0;
	bool abroad = take(&look, "+81"), parted = false;
	if (is_alnum(before) || is_one_of(before, ".-+")
	    || (!abroad && look.code != '0'))
		return 0;
	bool zeros = next(look).code == '0';
	for (;; look = next(look)) {
		bool mark = is_one_of(look.code, abroad ? "-() " : "-()");
		if (is_digit(look.code)) {
			digits++;
			marks += parted;
			end = look.at + look.size;
		} else if (!mark) {
			break;
		}
		parted = mark;
	}
	return !is_letter(look.code) && is_phone(digits, marks, abroad, zeros)
	    ? end - from : 0;
}

static size_t match_v4(struct look look, uint32_t before) {
	size_t from = look.at, end = from;
	if (is_alnum(before) || is_one_of(before, ".-"))
		return 0;
	for (int part = 0; part < 4; part++) {
		uint32_t value = 0;
		size_t digits = 0;
		for (; is_digit(look.code) && digits < 4; look = next(look)) {
			value = value * 10 + (look.code - '0');
			end = look.at + look.size;
			digits++;
		}
		if (digits == 0 || value > 255
		    || (part < 3 && look.code != '.'))
			return 0;
		if (part < 3)
			look = next(look);
	}
	bool longer = look.code == '.' && is_digit(next(look).code);
	return longer || is_alnum(look.code) ? 0 : end - from;
}

/* Eight groups, or fewer with one `::`; a time has neither. */
static size_t match_v6(struct look look, uint32_t before) {
	size_t from = look.at, colons = 0, group = 0;
	bool twice = false, digit = false;
	uint32_t last = 0;
	if (is_alnum(before) || before == ':')
		return 0;
	for (; is_hex(look.code) || look.code == ':'; look = next(look)) {
		twice = twice || (look.code == ':' && last == ':');
		colons += look.code == ':';
		group = look.code == ':' ? 0 : group + 1;
		digit = digit || is_digit(look.code);
		last = look.code;
		if (group > 4)
			return 0;
	}
	bool whole = twice ? colons <= 7 : colons == 7;
	return whole && digit && last != ':' && !is_alnum(look.code)
	    ? look.at - from : 0;
}

static size_t match_host(struct look look, uint32_t before) {
	size_t n = match_v4(look, before);
	return n != 0 ? n : match_v6(look, before);
}

/* Pairs of digits, or groups of four with dots between them. */
static size_t match_mac(struct look look, uint32_t before) {
	size_t from = look.at, digits = 0, group = 0;
	uint32_t mark = 0;
	if (is_alnum(before) || is_one_of(before, ".:-"))
		return 0;
	for (; digits < 12 || is_alnum(look.code); look = next(look)) {
		if (is_hex(look.code)) {
			digits++;
			group++;
			continue;
		}
		size_t whole = look.code == '.' ? 4 : 2;
		if (group != whole || !is_one_of(look.code, ".:-")
		    || (mark != 0 && mark != look.code))
			return 0;
		mark = look.code;
		group = 0;
	}
	bool longer = is_one_of(look.code, ":-");
	return digits == 12 && group == (mark == '.' ? 4u : 2u) && !longer
	    ? look.at - from : 0;
}

static bool ends_with(struct str text, const char *ending) {
	size_t n = strlen(ending);
	return text.n >= n && strncasecmp(text.p + text.n - n, ending, n) == 0;
}

/* An address, one word, or below a domain that only an office knows. */
static bool is_internal(struct str host) {
	static const char *const domains[] = { ".local", ".lan", ".internal",
		".intranet", ".intra", ".corp", ".private", ".home",
		".localdomain", ".lgwan.jp" };
	bool number = true, point = false;
	for (size_t i = 0; i < host.n; i++) {
		point = point || host.p[i] == '.';
		number = number && strchr("0123456789.:[]", host.p[i]) != NULL;
	}
	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
		if (ends_with(host, domains[i]))
			return true;
	return host.n != 0 && (number || !point || host.p[0] == '[');
}

/* The bytes of the host that stands here, without a user or a port. */
static struct str host_of(struct look look) {
	size_t from = look.at;
	bool bracket = look.code == '[';
	for (; is_alnum(look.code) || is_one_of(look.code, bracket ? ":[]"
	    : "-._@"); look = next(look))
		if (look.code == '@')
			from = look.at + look.size;
	return (struct str){ look.text.p + from, look.at - from };
}

/* A URL or the path of a share, whole, where its host is internal. */
static size_t match_url(struct look look, uint32_t before) {
	static const char *const schemes[] = { "http://", "https://", "ftp://",
		"sftp://", "ssh://", "smb://", "ldap://", "ldaps://", "rdp://",
		"file://", "\\\\" };
	size_t from = look.at, i = 0, count = sizeof schemes / sizeof *schemes;
	if (is_alnum(before))
		return 0;
	while (i < count && !take(&look, schemes[i]))
		i++;
	if (i == count || !is_internal(host_of(look)))
		return 0;
	while (look.code > ' ' && look.code < 0x7f && look.size == 1
	    && !is_one_of(look.code, "\"'<>"))
		look = next(look);
	return look.at - from;
}

/* From BEGIN to END, or all that is left. */
static size_t match_key(struct look look) {
	size_t from = look.at;
	if (!take(&look, "-----begin "))
		return 0;
	while (look.code != 0 && !take(&look, "-----end "))
		look = next(look);
	while (look.code != 0 && !take(&look, "-----"))
		look = next(look);
	return look.at - from;
}

static size_t match_token(struct look look, uint32_t before) {
	static const char *const begins[] = { "ghp_", "gho_", "github_pat_",
		"glpat-", "xoxb-", "xoxp-", "akia", "sk-", "eyj", "bearer " };
	size_t from = look.at, letters = 0, i = 0;
	size_t count = sizeof begins / sizeof *begins, key = match_key(look);
	if (key != 0 || is_alnum(before))
		return key;
	while (i < count && !take(&look, begins[i]))
		i++;
	for (; i < count && (is_alnum(look.code) || is_one_of(look.code,
	    "-_.=/+")); look = next(look))
		letters++;
	return letters >= TOKEN_LEAST ? look.at - from : 0;
}

/* 〒 and the number of a post office. */
static size_t match_post(struct look look) {
	size_t from = look.at, digits = 0;
	if (look.code != 0x3012)
		return 0;
	for (look = next(look); is_digit(look.code)
	    || is_one_of(look.code, "- "); look = next(look))
		digits += is_digit(look.code);
	return digits == 7 ? look.at - from : 0;
}

static bool is_wide(uint32_t code) {
	return (code >= 0x3041 && code <= 0x30ff)
	    || (code >= 0x3400 && code <= 0x9fff) || code == 0x3005;
}

/* A number of a block, and all of the word before it. */
static size_t match_address(struct look look, uint32_t before) {
	size_t from = look.at, end = 0;
	bool number = false, block = false;
	size_t post = match_post(look);
	if (post != 0 || !is_wide(look.code) || is_wide(before)
	    || is_alnum(before))
		return post;
	while (is_wide(look.code) || is_digit(look.code) || look.code == '-') {
		struct look behind = look;
		bool unit = number && (take(&behind, "丁目")
		    || take(&behind, "番地") || take(&behind, "番")
		    || take(&behind, "号"));
		/* not by the short ones alone: 3番 may be any third */
		block = block || (unit && behind.at - look.at > 3);
		number = is_digit(look.code) || (look.code == '-' && number);
		if (number || unit)
			end = unit ? behind.at : look.at + look.size;
		look = unit ? behind : next(look);
	}
	return block ? end - from : 0;
}

/* The place of the secret behind its name; the end of the text for none. */
static struct look secret_of(struct look look) {
	static const char *const names[] = { "パスワード", "パスフレーズ",
		"暗証番号", "トークン", "認証キー", "アクセスキー", "apiキー", "秘密鍵",
		"共有鍵", "コミュニティ名", "password", "passphrase", "passwd",
		"pwd", "token", "api key", "api_key", "api-key", "apikey",
		"access key", "access_key", "secret", "community" };
	struct look none = look_at(look.text, look.text.n);
	size_t i = 0, count = sizeof names / sizeof *names;
	while (i < count && !take(&look, names[i]))
		i++;
	while (look.code == ' ')
		look = next(look);
	if (i == count || !(take(&look, ":") || take(&look, "=")
	    || take(&look, "は") || take(&look, "is ")))
		return none;
	while (look.code == ' ' || is_one_of(look.code, "\"'")
	    || look.code == 0x300c || look.code == 0x300e)
		look = next(look);
	return look;
}

static bool find_secret(struct look look, struct detected *found) {
	struct look from = secret_of(look), at = from;
	size_t letters = 0;
	bool said = false;
	for (; at.code > ' ' && at.code < 0x7f
	    && !is_one_of(at.code, "\"',;"); at = next(at)) {
		letters++;
		said = said || is_alnum(at.code);
	}
	*found = (struct detected){ DETECT_SECRET, from.at, at.at - from.at };
	return said && letters >= SECRET_LEAST;
}

/* A long vowel is a dash only inside of a number. */
static uint32_t letter_of(struct look look) {
	struct str rest = { look.text.p + look.at, look.text.n - look.at };
	return str_starts(rest, "ー") ? 0x30fc : look.code;
}

const char *detect_name(enum detect_kind kind) {
	static const char *const names[DETECT_KINDS] = { "mail", "phone",
		"host", "mac", "url", "secret", "token", "address" };
	return names[kind];
}

bool detect_next(struct str text, size_t from, struct detected *found) {
	static size_t (*const match[])(struct look, uint32_t) = {
		[DETECT_MAIL] = match_mail, [DETECT_PHONE] = match_phone,
		[DETECT_HOST] = match_host, [DETECT_MAC] = match_mac,
		[DETECT_URL] = match_url, [DETECT_TOKEN] = match_token,
		[DETECT_ADDRESS] = match_address };
	uint32_t before = 0;
	for (struct look look = look_at(text, from); look.at < text.n;
	    before = letter_of(look), look = next(look)) {
		if (find_secret(look, found))
			return true;
		bool within = is_alnum(before) && is_alnum(look.code);
		for (int kind = 0; kind < DETECT_KINDS && !within; kind++) {
			size_t n = match[kind] == NULL ? 0
			    : match[kind](look, before);
			*found = (struct detected){ (enum detect_kind)kind,
			    look.at, n };
			if (n != 0)
				return true;
		}
	}
	return false;
}
