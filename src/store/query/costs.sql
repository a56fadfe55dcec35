-- costs - planned and actual cost and effort of the months of the period.
-- parameters: :period_start, :until
-- columns: cost.month, cost.item, cost.planned, cost.actual, cost.unit,
-- origin_file, origin_line
-- order: month, item
SELECT
	"month" AS "cost.month",
	"item" AS "cost.item",
	"planned" AS "cost.planned",
	"actual" AS "cost.actual",
	"unit" AS "cost.unit",
	file AS origin_file,
	line AS origin_line
FROM rec_cost
WHERE "month" BETWEEN local_month(:period_start)
	AND local_month(:until - 1)
ORDER BY "month", item
