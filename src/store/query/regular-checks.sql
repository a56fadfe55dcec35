-- regular-checks - regular checks, which are work that tells what it found:
-- those done in the period, and those planned in it but not done.
-- parameters: :period_start, :until
-- columns: work.work_id, work.title, work.system, work.planned_start,
-- ~carried-out, work.finished_at, work.finding, work.action, origin_file,
-- origin_line
-- order: coalesce(planned_start, began_at), work_id
SELECT
	"work_id" AS "work.work_id",
	"title" AS "work.title",
	"system" AS "work.system",
	"planned_start" AS "work.planned_start",
	CASE WHEN ended_at < :until THEN 'yes' ELSE 'no' END AS "~carried-out",
	"finished_at" AS "work.finished_at",
	"finding" AS "work.finding",
	"action" AS "work.action",
	file AS origin_file,
	line AS origin_line
FROM work_state
WHERE (finding IS NOT NULL AND ended_at >= :period_start AND ended_at < :until)
	OR (planned_start >= :period_start AND planned_start < :until
	AND (ended_at IS NULL OR ended_at >= :until))
ORDER BY coalesce(planned_start, began_at), work_id
