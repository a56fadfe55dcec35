-- Restores requested in the period.
-- in: :period_start :period_end :as_of; out: fields of restore; order: request, id
SELECT r."restore_id" AS "restore.restore_id",
  r."target" AS "restore.target",
  r."purpose" AS "restore.purpose",
  r."requested_at" AS "restore.requested_at",
  r."finished_at" AS "restore.finished_at",
  r."source_generation" AS "restore.source_generation",
  r."result" AS "restore.result",
  r.file AS origin_file, r.line AS origin_line
FROM rec_restore AS r
WHERE r.requested_at >= :period_start AND r.requested_at < min(:period_end, :as_of)
ORDER BY r.requested_at, r.restore_id
