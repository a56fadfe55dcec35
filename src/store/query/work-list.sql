-- Work that began or was still going on in the period (D-1.5).
-- in: :period_start :period_end :as_of; out: fields of work; order: beginning, id
SELECT r."work_id" AS "work.work_id",
  r."title" AS "work.title",
  r."kind" AS "work.kind",
  r."category" AS "work.category",
  r."occurred_at" AS "work.occurred_at",
  r."status" AS "work.status",
  r."assignee" AS "work.assignee",
  r."impact" AS "work.impact",
  r."completed_on" AS "work.completed_on",
  r."hours" AS "work.hours",
  r.file AS origin_file, r.line AS origin_line
FROM rec_work AS r
WHERE r.occurred_at < min(:period_end, :as_of)
  AND (r.occurred_at >= :period_start
    OR r.finished_at >= :period_start
    OR r.finished_at IS NULL AND r.status NOT IN ('done', 'cancelled'))
ORDER BY r.occurred_at, r.work_id
