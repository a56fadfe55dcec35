-- Deliverables due or delivered in the period.
-- in: :period_start :period_end :as_of; out: fields of deliverable; order: due, id
SELECT r."deliverable_id" AS "deliverable.deliverable_id",
  r."name" AS "deliverable.name",
  r."due_on" AS "deliverable.due_on",
  r."delivered_on" AS "deliverable.delivered_on",
  r."copies" AS "deliverable.copies",
  r."medium" AS "deliverable.medium",
  r."place" AS "deliverable.place",
  r."accepted_on" AS "deliverable.accepted_on",
  r."result" AS "deliverable.result",
  r.file AS origin_file, r.line AS origin_line
FROM rec_deliverable AS r
WHERE r.due_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
  OR r.delivered_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY r.due_on, r.deliverable_id
