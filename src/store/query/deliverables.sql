-- deliverables - deliverables that are due or were delivered in the period,
-- and earlier ones not delivered.
-- parameters: :period_start, :until
-- columns: all of deliverable, origin_file, origin_line
-- order: due_on, deliverable_id
SELECT * FROM row_deliverable
WHERE ("deliverable.due_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR ("deliverable.delivered_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR ("deliverable.due_on" < local_date(:period_start)
	AND "deliverable.delivered_on" IS NULL)
ORDER BY "deliverable.due_on", "deliverable.deliverable_id"
