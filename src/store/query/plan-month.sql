-- plan-month - plan items of a quarter, month, week or day whose time meets the period.
-- parameters: :period_start, :period_end
-- columns: all of plan_item, origin_file, origin_line
-- order: planned_start, plan_id
SELECT * FROM row_plan_item
WHERE "plan_item.horizon" <> 'year'
	AND "plan_item.planned_start" < :period_end
	AND coalesce("plan_item.planned_end",
	"plan_item.planned_start") >= :period_start
ORDER BY "plan_item.planned_start", "plan_item.plan_id"
