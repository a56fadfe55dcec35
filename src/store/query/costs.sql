-- costs - planned and actual cost and effort of the months of the period.
-- parameters: :period_start, :until
-- columns: all of cost, origin_file, origin_line
-- order: month, item
SELECT * FROM row_cost
WHERE "cost.month" BETWEEN local_month(:period_start)
	AND local_month(:until - 1)
ORDER BY "cost.month", "cost.item"
