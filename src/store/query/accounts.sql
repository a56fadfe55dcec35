-- accounts - changes of accounts and rights in the period.
-- parameters: :period_start, :until
-- columns: account_change.at, account_change.account, account_change.system,
-- account_change.action, account_change.right, account_change.requester,
-- account_change.approver, account_change.operator, origin_file, origin_line
-- order: at, account, system, action
SELECT
	"at" AS "account_change.at",
	"account" AS "account_change.account",
	"system" AS "account_change.system",
	"action" AS "account_change.action",
	"right" AS "account_change.right",
	"requester" AS "account_change.requester",
	"approver" AS "account_change.approver",
	"operator" AS "account_change.operator",
	file AS origin_file,
	line AS origin_line
FROM rec_account_change
WHERE "at" >= :period_start AND "at" < :until
ORDER BY "at", account, system, "action"
