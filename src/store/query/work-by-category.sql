-- work-by-category - work of the period by kind and category: done in it, its
-- hours, and still going on at its end; the contract's categories also where
-- there was none.
-- parameters: :period_start, :until, :categories
-- columns: work.kind, work.category, =count, =hours, =open
-- order: kind, as the contract names them, category
WITH agreed AS (
	SELECT "key" AS place, value ->> 0 AS kind, value ->> 1 AS category
	FROM json_each(:categories)
	WHERE value ->> 0 <> 'change'
), told AS (
	SELECT kind, category, ended_at, hours FROM work_state
	WHERE began_at < :until
		AND (ended_at IS NULL OR ended_at >= :period_start)
	UNION ALL
	SELECT kind, category, 0, NULL FROM agreed
)
SELECT
	told.kind AS "work.kind",
	told.category AS "work.category",
	count(*) FILTER (
		WHERE ended_at >= :period_start AND ended_at < :until) AS "=count",
	decimal_sum(hours) FILTER (
		WHERE ended_at >= :period_start AND ended_at < :until) AS "=hours",
	sum(ended_at IS NULL OR ended_at >= :until) AS "=open"
FROM told
LEFT JOIN agreed USING (kind, category)
GROUP BY told.kind, told.category
ORDER BY told.kind, place IS NULL, place, told.category
