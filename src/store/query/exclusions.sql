-- Exclusions that meet the period.
-- in: :period_start :period_end :as_of; out: fields of exclusion; order: start, id
SELECT r."exclusion_id" AS "exclusion.exclusion_id",
  r."indicator" AS "exclusion.indicator",
  r."target" AS "exclusion.target",
  r."start" AS "exclusion.start",
  r."end" AS "exclusion.end",
  r."reason" AS "exclusion.reason",
  r."approved_on" AS "exclusion.approved_on",
  r."approver" AS "exclusion.approver",
  r.file AS origin_file, r.line AS origin_line
FROM rec_exclusion AS r
WHERE r."start" < min(:period_end, :as_of) AND r."end" > :period_start
ORDER BY r."start", r.exclusion_id
