-- Proposals made or decided in the period, and those not yet decided.
-- in: :period_start :period_end :as_of; out: fields of improvement; order: proposed, id
SELECT r."improvement_id" AS "improvement.improvement_id",
  r."proposed_on" AS "improvement.proposed_on",
  r."title" AS "improvement.title",
  r."background" AS "improvement.background",
  r."effect" AS "improvement.effect",
  r."cost" AS "improvement.cost",
  r."status" AS "improvement.status",
  r."decided_on" AS "improvement.decided_on",
  r.file AS origin_file, r.line AS origin_line
FROM rec_improvement AS r
WHERE r.proposed_on <= local_date(min(:period_end, :as_of) - 1)
  AND (r.proposed_on >= local_date(:period_start) OR r.decided_on >= local_date(:period_start) OR r.status = 'proposed')
ORDER BY r.proposed_on, r.improvement_id
