-- work-by-category - work of the period by kind and category: done in it, its
-- hours, and still going on at its end.
-- parameters: :period_start, :until
-- columns: work.kind, work.category, =count, =hours, =open
-- order: kind, category
SELECT
	"kind" AS "work.kind",
	"category" AS "work.category",
	count(*) FILTER (
		WHERE ended_at >= :period_start AND ended_at < :until) AS "=count",
	decimal_sum(hours) FILTER (
		WHERE ended_at >= :period_start AND ended_at < :until) AS "=hours",
	sum(ended_at IS NULL OR ended_at >= :until) AS "=open"
FROM work_state
WHERE began_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
GROUP BY kind, category
ORDER BY kind, category
