/* commands - the commands in the order of --help. */
#include "cmd/commands.h"

const struct command commands_all[] = {
	{ "init", "DIR",
	    "make a commented workspace that runs as it stands",
	    "そのまま動く注釈つきの作業場所を作る", "", "", cmd_init },
	{ "load", "[FILE...]",
	    "read the sources into the store",
	    "入力を蓄積に取り込む",
	    "Files are named by their paths below the workspace; without any, every source\n"
	    "of the contract is read.  A file that is known is skipped.\n",
	    "ファイルは作業場所からのパスで指定し、指定がなければ契約のすべての入力を読む。\n"
	    "既に取り込んだファイルは飛ばす。\n", cmd_load },
	{ "check", "[--period P]",
	    "named data checks; silent when all is well",
	    "名前のついたデータ検査（問題がなければ何も出さない）", "", "", cmd_check },
	{ "sla", "--period P [--indicator ID] [--explain] [--format text|csv|json]",
	    "the indicators of a period",
	    "期間の指標",
	    "--explain adds the definition and the calculation behind each figure.\n",
	    "--explain は、各数値の定義と検算票を添える。\n", cmd_sla },
	{ "report", "KIND...|all --period P [--format pdf,html,csv,xlsx] [--edition public]",
	    "the documents of a period",
	    "期間の文書",
	    "The pack is written to OUT/PERIOD: index.html, documents, tables, manifest.xml.\n"
	    "--edition public hides names, contact data, host names, serials and secrets, in OUT/PERIOD-public.\n",
	    "一式は OUT/期間 に書く（index.html、文書、表、manifest.xml）。\n"
	    "--edition public は、個人名・連絡先・ホスト名・製造番号・秘密の情報を伏せて OUT/期間-public に書く。\n", cmd_report },
	{ "publish", "PACK [--reason TEXT]",
	    "freeze the values of a period",
	    "期間の数値を公表した版として固定する",
	    "PACK is a period (2026-10) or its folder (out/2026-10).  The same values again change\n"
	    "nothing; others make a corrected edition, which needs --reason.\n",
	    "PACK は期間（2026-10）かそのフォルダー（out/2026-10）。値が同じなら何も変わらない。\n"
	    "異なれば訂正版となり、--reason に理由が要る。\n", cmd_publish },
	{ "verify", "PACK",
	    "is a pack what it was when it was written",
	    "一式が書かれたときのままかを確かめる",
	    "Compares every file with its digest in manifest.xml, holds every PDF to the rules\n"
	    "of PDF/A-3a and PDF/UA-1 that a program can check and to what its HTML says, and\n"
	    "compares the inputs. With -w the store computes the pack anew, too.\n",
	    "各ファイルを manifest.xml のダイジェストと照らし、PDF は PDF/A-3a・PDF/UA-1 の検査できる\n"
	    "規則と HTML の内容に照らします。入力も照らします。-w を付けると取込み結果から作り直して比べます。\n", cmd_verify },
	{ "list", "kinds|records|indicators|catalogue|sources|presets|checks|clauses [--period P] [--format text|csv|json]",
	    "what geppo and the contract know",
	    "geppo と契約の内容一覧",
	    "With --period, clauses are listed with the section and page of that period's documents\n"
	    "that answers them.\n",
	    "--period を付けると、条項ごとに、その期間の文書の章と頁を示す。\n", cmd_list },
	{ "dump", "rec|rows|facts|doc|frame [--period P] [--kind KIND]",
	    "a stage's product as stable text",
	    "各段階の結果を文字で出力", "", "", cmd_dump },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};
