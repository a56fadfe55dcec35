-- work-planned - work done in the period, planned or not, by the side of the
-- contract that it belongs to.
-- parameters: :period_start, :until
-- columns: ~planned, work.basis, =count, =hours
-- order: ~planned, basis
SELECT
	iif(planned_start IS NULL, 'unplanned', 'planned') AS "~planned",
	"basis" AS "work.basis",
	count(*) AS "=count",
	decimal_sum(hours) AS "=hours"
FROM work_state
WHERE ended_at >= :period_start AND ended_at < :until
GROUP BY "~planned", basis
ORDER BY "~planned", basis
