/* help - the table of commands as text, and finding the one that is meant. */
#include "cmd/help.h"

#include "base/str.h"
#include "base/version.h"

const char *help_language(void) {
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);
		if (value != NULL && value[0] != '\0')
			return str_starts(str_of(value), "ja") ? "ja" : "en";
	}
	return "en";
}

static bool japanese(void) {
	return strcmp(help_language(), "ja") == 0;
}

void help_write(FILE *out) {
	fputs(japanese()
	    ? "使い方: geppo [-w 作業場所] [-o 出力先] [--as-of 日時] [-q|-v] コマンド …\n\n"
	      "  -w, --workspace DIR   contract.xml と入力のある場所（既定 inputs）\n"
	      "  -o, --output DIR      geppo.db と成果物の出力先（既定 out）\n"
	      "      --as-of INSTANT   締め（既定は期間の末日の終わり）\n"
	      "  -q, --quiet           誤りだけを知らせる\n"
	      "  -v, --verbose         注記も知らせる\n"
	      "      --help, --version\n\nコマンド\n"
	    : "usage: geppo [-w WORKSPACE] [-o OUT] [--as-of INSTANT] [-q|-v] COMMAND ...\n\n"
	      "  -w, --workspace DIR   where contract.xml and the inputs are (inputs)\n"
	      "  -o, --output DIR      where geppo.db and the packs go (out)\n"
	      "      --as-of INSTANT   the cut-off (default: the end of the period)\n"
	      "  -q, --quiet           errors only\n"
	      "  -v, --verbose         notes too\n"
	      "      --help, --version\n\ncommands\n", out);
	for (const struct command *c = commands_all; c->name != NULL; c++)
		fprintf(out, "  %s %s\n      %s\n", c->name, c->arguments,
		    japanese() ? c->ja : c->en);
	fputs(japanese()
	    ? "\n終了状態: 0 完了、1 完了（警告・除外行あり）、2 使い方の誤り、3 中止（何も書かない）、70 内部異常\n"
	    : "\nexit status: 0 done, 1 done with warnings or rejected rows, 2 wrong usage, "
	      "3 refused (nothing written), 70 internal fault\n", out);
}

void help_version(FILE *out) {
	fprintf(out, "geppo %s\n", VERSION);
}

static void help_command(const struct command *command) {
	printf(japanese() ? "使い方: geppo %s %s\n\n%s\n%s" :
	    "usage: geppo %s %s\n\n%s\n%s", command->name, command->arguments,
	    japanese() ? command->ja : command->en,
	    japanese() ? command->more_ja : command->more_en);
}

static bool asks_help(const struct run *run) {
	for (int i = 1; i < run->argc; i++)
		if (strcmp(run->argv[i], "--help") == 0
		    || strcmp(run->argv[i], "-h") == 0)
			return true;
	return false;
}

enum cmd_status help_run(struct run *run) {
	if (run->argc == 0) {
		help_write(stderr);
		return CMD_USAGE;
	}
	for (const struct command *c = commands_all; c->name != NULL; c++) {
		if (strcmp(c->name, run->argv[0]) != 0)
			continue;
		if (!asks_help(run))
			return c->run(run);
		help_command(c);
		return CMD_DONE;
	}
	fprintf(stderr, japanese() ? "geppo: %s というコマンドはありません\n"
	    : "geppo: there is no command %s\n", run->argv[0]);
	help_write(stderr);
	return CMD_USAGE;
}
