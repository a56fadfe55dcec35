-- plan-year - what the plan of the year says, as far as it begins in a fiscal
-- year of the period.
-- parameters: :period_start, :period_end
-- columns: all of plan_item, origin_file, origin_line
-- order: planned_start, plan_id
SELECT * FROM row_plan_item
WHERE "plan_item.horizon" = 'year'
	AND strftime('%Y', local_date("plan_item.planned_start"), '-3 months')
	BETWEEN strftime('%Y', local_date(:period_start), '-3 months')
	AND strftime('%Y', local_date(:period_end - 1), '-3 months')
ORDER BY "plan_item.planned_start", "plan_item.plan_id"
