-- Plan items of the period: plan against actual.
-- in: :period_start :period_end :as_of; out: fields of plan_item; order: planned start, id
SELECT r."plan_id" AS "plan_item.plan_id",
  r."kind" AS "plan_item.kind",
  r."task" AS "plan_item.task",
  r."system" AS "plan_item.system",
  r."planned_start" AS "plan_item.planned_start",
  r."planned_end" AS "plan_item.planned_end",
  r."actual_start" AS "plan_item.actual_start",
  r."actual_end" AS "plan_item.actual_end",
  r."status" AS "plan_item.status",
  r."reason" AS "plan_item.reason",
  r.file AS origin_file, r.line AS origin_line
FROM rec_plan_item AS r
WHERE r.planned_start >= :period_start AND r.planned_start < min(:period_end, :as_of)
  AND r.horizon <> 'year'
ORDER BY r.planned_start, r.plan_id
