/* pdfscan - the tokens and values of PDF's text (ISO 32000-1, 7.2 and 7.3). */
#include "emit/pdfscan.h"

#include <string.h>

static bool is_white(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'
	    || c == '\0';
}

static bool is_delimiter(char c) {
	return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static struct str after(struct str text, size_t n) {
	return (struct str){ text.p + n, text.n - n };
}

static struct str skip_white(struct str text) {
	while (text.n > 0) {
		if (is_white(text.p[0])) {
			text = after(text, 1);
		} else if (text.p[0] == '%') {
			const char *end = memchr(text.p, '\n', text.n);
			text = after(text, end == NULL ? text.n
			    : (size_t)(end - text.p));
		} else {
			break;
		}
	}
	return text;
}

/* The length of `(...)`, brackets balanced, or of all that is left. */
static size_t string_length(struct str text) {
	int depth = 0;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\\')
			i++;
		else if (text.p[i] == '(')
			depth++;
		else if (text.p[i] == ')' && --depth == 0)
			return i + 1;
	}
	return text.n;
}

static size_t token_length(struct str text) {
	char c = text.p[0];
	if (c == '(')
		return string_length(text);
	if (text.n > 1 && (c == '<' || c == '>') && text.p[1] == c)
		return 2;
	if (c == '<') {
		const char *end = memchr(text.p, '>', text.n);
		return end == NULL ? text.n : (size_t)(end - text.p) + 1;
	}
	if (is_delimiter(c) && c != '/')
		return 1;
	size_t n = 1;
	while (n < text.n && !is_white(text.p[n]) && !is_delimiter(text.p[n]))
		n++;
	return n;
}

bool pdfscan_token(struct str *rest, struct str *token) {
	*rest = skip_white(*rest);
	if (rest->n == 0)
		return false;
	token->p = rest->p;
	token->n = token_length(*rest);
	*rest = after(*rest, token->n);
	return true;
}

static bool is_open(struct str token) {
	return str_is(token, "[") || str_is(token, "<<");
}

static bool is_close(struct str token) {
	return str_is(token, "]") || str_is(token, ">>");
}

static bool is_digits(struct str token) {
	for (size_t i = 0; i < token.n; i++)
		if (token.p[i] < '0' || token.p[i] > '9')
			return false;
	return token.n > 0;
}

/* Past ` 0 R` behind a number, or NULL. */
static const char *past_reference(struct str rest) {
	struct str generation, word;
	if (pdfscan_token(&rest, &generation) && is_digits(generation)
	    && pdfscan_token(&rest, &word) && str_is(word, "R"))
		return rest.p;
	return NULL;
}

bool pdfscan_value(struct str *rest, struct str *value) {
	struct str token;
	int depth = 0;
	if (!pdfscan_token(rest, value))
		return false;
	token = *value;
	if (is_digits(token)) {
		const char *end = past_reference(*rest);
		if (end != NULL) {
			value->n = (size_t)(end - value->p);
			*rest = after(*rest, (size_t)(end - rest->p));
		}
		return true;
	}
	if (!is_open(token))
		return !is_close(token);
	do {
		depth += is_open(token) - is_close(token);
		if (depth == 0)
			break;
	} while (pdfscan_token(rest, &token));
	value->n = (size_t)(token.p + token.n - value->p);
	return depth == 0;
}

struct str pdfscan_entry(struct str dictionary, const char *key) {
	struct str name, value, none = { NULL, 0 };
	if (!pdfscan_token(&dictionary, &name) || !str_is(name, "<<"))
		return none;
	while (pdfscan_token(&dictionary, &name)
	    && pdfscan_value(&dictionary, &value))
		if (str_is(name, key))
			return value;
	return none;
}

size_t pdfscan_reference(struct str value) {
	struct str number;
	int64_t n;
	if (!pdfscan_token(&value, &number) || !is_digits(number)
	    || past_reference(value) == NULL || !str_int(number, &n))
		return 0;
	return (size_t)n;
}

struct str pdfscan_inside(struct str array) {
	if (array.n < 2 || array.p[0] != '[')
		return (struct str){ NULL, 0 };
	return (struct str){ array.p + 1, array.n - 2 };
}

int64_t pdfscan_integer(struct str value) {
	int64_t n;
	return is_digits(value) && str_int(value, &n) ? n : -1;
}
