-- Risks that are open at the cut-off.
-- in: :period_end :as_of; out: fields of risk; order: raised, id
SELECT r."risk_id" AS "risk.risk_id",
  r."title" AS "risk.title",
  r."cause" AS "risk.cause",
  r."probability" AS "risk.probability",
  r."impact" AS "risk.impact",
  r."response" AS "risk.response",
  r."measure" AS "risk.measure",
  r."owner" AS "risk.owner",
  r."reviewed_on" AS "risk.reviewed_on",
  r."status" AS "risk.status",
  r.file AS origin_file, r.line AS origin_line
FROM rec_risk AS r
WHERE r.raised_on <= local_date(min(:period_end, :as_of) - 1) AND r.status <> 'closed'
ORDER BY r.raised_on, r.risk_id
