/* detect - what is taken for contact data or a secret, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/detect.h"

static const struct {
	const char *text, *kind, *found;	/* found NULL: nothing */
} specimens[] = {
	{ "電話は03-1234-5678です", "phone", "03-1234-5678" },
	{ "センター０３－１２３４－５６７８まで", "phone", "０３－１２３４－５６７８" },
	{ "サーバー03(1234)5678", "phone", "03(1234)5678" },
	{ "(0123)45-6789", "phone", "0123)45-6789" },
	{ "09012345678に", "phone", "09012345678" },
	{ "03ー1234ー5678", "phone", "03ー1234ー5678" },
	{ "call +81 3 1234 5678.", "phone", "+81 3 1234 5678" },
	{ "内線000-0000-0001（平日）", "phone", "000-0000-0001" },
	{ "2026-10-05 09:00に", NULL, NULL },
	{ "別紙3-1-2、INC-03-1234-5678", NULL, NULL },
	{ "値は0.0312345678、00000000001", NULL, NULL },
	{ "unyo@city.example に", "mail", "unyo@city.example" },
	{ "（a.b+c@x-y.example）", "mail", "a.b+c@x-y.example" },
	{ "root@web1 と @web", NULL, NULL },
	{ "接続元192.0.2.10から", "host", "192.0.2.10" },
	{ "2001:db8::1/64", "host", "2001:db8::1" },
	{ "宛先 fe80:0:0:0:1:2:3:4", "host", "fe80:0:0:0:1:2:3:4" },
	{ "端末（00:00:5E:00:53:01）", "mac", "00:00:5E:00:53:01" },
	{ "00-00-5e-00-53-01 は", "mac", "00-00-5e-00-53-01" },
	{ "0000.5e00.5301", "mac", "0000.5e00.5301" },
	{ "00:00:5e:00:53、26-10-05-09-00-00-1", NULL, NULL },
	{ "手順はhttp://wiki/op?id=3 にある", "url", "http://wiki/op?id=3" },
	{ "https://ops.city.local:8443/、", "url", "https://ops.city.local:8443/" },
	{ "ssh://root@192.0.2.7/", "url", "ssh://root@192.0.2.7/" },
	{ "共有の\\\\files01\\月報", "url", "\\\\files01\\" },
	{ "http://[2001:db8::5]/a", "url", "http://[2001:db8::5]/a" },
	{ "https://www.city.example/a.html", NULL, NULL },
	{ "APIキー：Zq81-Lm02", "secret", "Zq81-Lm02" },
	{ "token=abcd1234;", "secret", "abcd1234" },
	{ "SNMPのコミュニティ名は「ops-read」", "secret", "ops-read" },
	{ "トークンを更新した", NULL, NULL },
	{ "Authorization: Bearer abcdef0123456789ABCDEF", "token",
	    "Bearer abcdef0123456789ABCDEF" },
	{ "鍵はglpat-0123456789abcdefXYZ。", "token", "glpat-0123456789abcdefXYZ" },
	{ "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----。",
	    "token", "-----BEGIN EC PRIVATE KEY-----\nAAAA\n"
	    "-----END EC PRIVATE KEY-----" },
	{ "sk-1、eyJ", NULL, NULL },
	{ "v1.2.3.4、10.0.17763.1、1.2.3.4.5", NULL, NULL },
	{ "10:20:30、std::map、09::", NULL, NULL },
	{ "パスワード：「Ab3!xyz」", "secret", "Ab3!xyz" },
	{ "Password=hunter2,", "secret", "hunter2" },
	{ "初期パスワードはhunter2です", "secret", "hunter2" },
	{ "パスワードは変更済み。password reset: no", NULL, NULL },
	{ "パスワード: ********", NULL, NULL },
	{ "〒100-0001へ", "address", "〒100-0001" },
	{ "勤務先、見本市本町１丁目２番３号の", "address", "見本市本町１丁目２番３号" },
	{ "3番目の窓口、仕様書の3番", NULL, NULL },
};

static void test_specimens(void **state) {
	(void)state;
	for (size_t i = 0; i < sizeof specimens / sizeof *specimens; i++) {
		struct str text = str_of(specimens[i].text);
		struct detected found;
		bool any = detect_next(text, 0, &found);
		if (any != (specimens[i].found != NULL))
			fail_msg("%s", specimens[i].text);
		if (!any)
			continue;
		assert_string_equal(detect_name(found.kind),
		    specimens[i].kind);
		if (!str_is((struct str){ text.p + found.at, found.n },
		    specimens[i].found))
			fail_msg("%s: %.*s", specimens[i].text, (int)found.n,
			    text.p + found.at);
	}
}

static void test_all_of_a_text(void **state) {
	(void)state;
	struct str text = str_of("a@b.example、192.0.2.1と03-1234-5678");
	static const enum detect_kind kinds[] = { DETECT_MAIL, DETECT_HOST,
		DETECT_PHONE };
	struct detected found = { DETECT_KINDS, 0, 0 };
	for (size_t i = 0; i < 3; i++) {
		assert_true(detect_next(text, found.at + found.n, &found));
		assert_int_equal(found.kind, kinds[i]);
	}
	assert_false(detect_next(text, found.at + found.n, &found));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_specimens),
		cmocka_unit_test(test_all_of_a_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
