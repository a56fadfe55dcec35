-- What is planned for the month after the period: plan items and stops.
-- in: :period_end; out: start, end, task, system, owner; order: start, task
SELECT p.planned_start AS "plan_item.planned_start",
  p.planned_end AS "plan_item.planned_end", p.task AS "plan_item.task",
  p.system AS "plan_item.system", p.owner AS "plan_item.owner",
  p.approved_on AS "plan_item.approved_on",
  p.file AS origin_file, p.line AS origin_line
FROM rec_plan_item AS p
WHERE p.planned_start >= :period_end
  AND local_date(p.planned_start)
    < date(local_date(:period_end), 'start of month', '+1 month')
  AND p.status IS NOT 'cancelled'
UNION ALL
SELECT m."start", m."end", m.reason, m.target, m.approver, m.approved_on,
  m.file, m.line
FROM rec_maintenance AS m
WHERE m."start" >= :period_end
  AND local_date(m."start")
    < date(local_date(:period_end), 'start of month', '+1 month')
  AND coalesce(m.cancelled, 0) = 0
ORDER BY 1, 3, origin_file, origin_line
