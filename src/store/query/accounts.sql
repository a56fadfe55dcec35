-- accounts - changes of accounts and rights in the period.
-- parameters: :period_start, :until
-- columns: all of account_change, origin_file, origin_line
-- order: at, account, system, action
SELECT * FROM row_account_change
WHERE "account_change.at" >= :period_start AND "account_change.at" < :until
ORDER BY "account_change.at", "account_change.account",
	"account_change.system", "account_change.action"
