-- deliverables - deliverables that are due or were delivered in the period,
-- and earlier ones not delivered.
-- parameters: :period_start, :until
-- columns: deliverable.deliverable_id, deliverable.name, deliverable.due_on,
-- deliverable.delivered_on, deliverable.copies, deliverable.medium,
-- deliverable.place, deliverable.accepted_on, deliverable.inspector,
-- deliverable.supervisor, deliverable.result, origin_file, origin_line
-- order: due_on, deliverable_id
SELECT
	"deliverable_id" AS "deliverable.deliverable_id",
	"name" AS "deliverable.name",
	"due_on" AS "deliverable.due_on",
	"delivered_on" AS "deliverable.delivered_on",
	"copies" AS "deliverable.copies",
	"medium" AS "deliverable.medium",
	"place" AS "deliverable.place",
	"accepted_on" AS "deliverable.accepted_on",
	"inspector" AS "deliverable.inspector",
	"supervisor" AS "deliverable.supervisor",
	"result" AS "deliverable.result",
	file AS origin_file,
	line AS origin_line
FROM rec_deliverable
WHERE (due_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR (delivered_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR (due_on < local_date(:period_start) AND delivered_on IS NULL)
ORDER BY due_on, deliverable_id
