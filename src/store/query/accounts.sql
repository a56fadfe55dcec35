-- Changes of accounts in the period, by system and action.
-- in: :period_start :period_end :as_of; out: count; order: system, action
SELECT r.system AS "account_change.system",
  r.action AS "account_change.action", count(*) AS "=count",
  count(*) FILTER (WHERE r.approver IS NULL) AS "=unapproved"
FROM rec_account_change AS r
WHERE r.at >= :period_start AND r.at < min(:period_end, :as_of)
GROUP BY r.system, r.action
ORDER BY r.system, r.action
