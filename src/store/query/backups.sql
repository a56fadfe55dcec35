-- Backups scheduled in the period, by job (K-IV-2.2-10).
-- in: :period_start :period_end :as_of; out: counts; order: job
SELECT r.job AS "backup.job", r.target AS "backup.target",
  count(*) AS "=planned", count(*) FILTER (WHERE r.result = 'success') AS "=success",
  count(*) FILTER (WHERE r.result = 'warning') AS "=warning",
  count(*) FILTER (WHERE r.result = 'failure') AS "=failed",
  count(*) FILTER (WHERE r.result = 'missed') AS "=missed", count(*) FILTER (WHERE r.offsite) AS "=offsite"
FROM rec_backup AS r
WHERE r.scheduled_at >= :period_start AND r.scheduled_at < min(:period_end, :as_of)
GROUP BY r.job, r.target
ORDER BY r.job, r.target
