-- usage - use of systems in the period: sum, greatest day, days counted.
-- parameters: :period_start, :until
-- columns: usage.system, usage.measure, =count, =most, =days
-- order: system, measure
SELECT
	"system" AS "usage.system",
	"measure" AS "usage.measure",
	sum("count") AS "=count",
	max("count") AS "=most",
	count(*) AS "=days"
FROM rec_usage
WHERE "date" BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
GROUP BY system, measure
ORDER BY system, measure
