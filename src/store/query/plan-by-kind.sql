-- plan-by-kind - plan items that begin in the period by horizon and kind: how
-- many, done by its end, cancelled or postponed, and still to do.
-- parameters: :period_start, :period_end, :until
-- columns: plan_item.horizon, plan_item.kind, =planned-count, =done-count,
-- =dropped-count, =open
-- order: horizon, kind
SELECT
	"horizon" AS "plan_item.horizon",
	"kind" AS "plan_item.kind",
	count(*) AS "=planned-count",
	sum(done) AS "=done-count",
	sum(dropped) AS "=dropped-count",
	sum(NOT done AND NOT dropped) AS "=open"
FROM (
	SELECT horizon, kind,
		coalesce(status, 'planned') IN ('cancelled', 'postponed')
			AS dropped,
		coalesce(status, 'planned') NOT IN ('cancelled', 'postponed')
			AND coalesce(actual_end < :until, status = 'done', 0)
			AS done
	FROM rec_plan_item
	WHERE planned_start >= :period_start AND planned_start < :period_end)
GROUP BY horizon, kind
ORDER BY CASE horizon WHEN 'year' THEN 1 WHEN 'quarter' THEN 2
	WHEN 'month' THEN 3 WHEN 'week' THEN 4 ELSE 5 END, horizon, kind
