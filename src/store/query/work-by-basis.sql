-- work-by-basis - work done in the period by what it rests on: the contract,
-- nonconformity, or an order of its own (K-IV-1.4-02).
-- parameters: :period_start, :until
-- columns: work.basis, work.kind, =count, =hours
-- order: basis, kind
SELECT
	"basis" AS "work.basis",
	"kind" AS "work.kind",
	count(*) AS "=count",
	decimal_sum(hours) AS "=hours"
FROM work_state
WHERE ended_at >= :period_start AND ended_at < :until
GROUP BY basis, kind
ORDER BY basis, kind
