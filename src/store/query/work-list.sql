-- work-list - work that was done or going on in the period.
-- parameters: :period_start, :until
-- columns: work.work_id, work.title, work.kind, work.category, work.system,
-- work.received_at, work.occurred_at, work.planned_start, work.planned_end,
-- work.started_at, work.finished_at, work.status, work.assignee, work.approver,
-- work.impact, work.action, work.completed_on, work.hours, work.place,
-- work.environment, work.finding, work.restarts, work.basis, work.ticket_id, origin_file,
-- origin_line
-- order: began_at, work_id
SELECT
	"work_id" AS "work.work_id",
	"title" AS "work.title",
	"kind" AS "work.kind",
	"category" AS "work.category",
	"system" AS "work.system",
	"received_at" AS "work.received_at",
	"occurred_at" AS "work.occurred_at",
	"planned_start" AS "work.planned_start",
	"planned_end" AS "work.planned_end",
	"started_at" AS "work.started_at",
	"finished_at" AS "work.finished_at",
	"status" AS "work.status",
	"assignee" AS "work.assignee",
	"approver" AS "work.approver",
	"impact" AS "work.impact",
	"action" AS "work.action",
	"completed_on" AS "work.completed_on",
	"hours" AS "work.hours",
	"place" AS "work.place",
	"environment" AS "work.environment",
	"finding" AS "work.finding",
	"restarts" AS "work.restarts",
	"basis" AS "work.basis",
	"ticket_id" AS "work.ticket_id",
	file AS origin_file,
	line AS origin_line
FROM work_state
WHERE began_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY began_at, work_id
