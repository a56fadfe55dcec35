-- Planned stops that meet the period.
-- in: :period_start :period_end :as_of; out: fields of maintenance; order: start, id
SELECT r."maintenance_id" AS "maintenance.maintenance_id",
  r."target" AS "maintenance.target",
  r."start" AS "maintenance.start",
  r."end" AS "maintenance.end",
  r."actual_end" AS "maintenance.actual_end",
  r."notified_on" AS "maintenance.notified_on",
  r."approved_on" AS "maintenance.approved_on",
  r."reason" AS "maintenance.reason",
  r."cancelled" AS "maintenance.cancelled",
  r.file AS origin_file, r.line AS origin_line
FROM rec_maintenance AS r
WHERE r."start" < min(:period_end, :as_of)
  AND coalesce(r.actual_end, r."end") > :period_start
ORDER BY r."start", r.maintenance_id
