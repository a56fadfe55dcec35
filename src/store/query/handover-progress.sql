-- handover-progress - plans that were due by the end of the period, and what
-- became of them, by horizon and kind.
-- parameters: :until
-- columns: plan_item.horizon, plan_item.kind, =planned, =on-time, =done-late,
-- =cancelled, =open
-- order: year to day, kind
SELECT
	horizon AS "plan_item.horizon",
	kind AS "plan_item.kind",
	count(*) AS "=planned",
	count(*) FILTER (WHERE actual_end < :until
		AND local_date(actual_end) <= local_date(coalesce(planned_end,
		planned_start))) AS "=on-time",
	count(*) FILTER (WHERE actual_end < :until
		AND local_date(actual_end) > local_date(coalesce(planned_end,
		planned_start))) AS "=done-late",
	count(*) FILTER (WHERE status = 'cancelled') AS "=cancelled",
	count(*) FILTER (WHERE coalesce(status, '') <> 'cancelled'
		AND (actual_end IS NULL OR actual_end >= :until)) AS "=open"
FROM rec_plan_item
WHERE coalesce(planned_end, planned_start) < :until
GROUP BY horizon, kind
ORDER BY CASE horizon WHEN 'year' THEN 1 WHEN 'month' THEN 2
	WHEN 'week' THEN 3 ELSE 4 END, kind
