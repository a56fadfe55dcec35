-- Batch jobs scheduled in the period, by job (A-3.1-04).
-- in: :period_start :period_end :as_of; out: counts; order: job
SELECT r.job AS "job.job", r.system AS "job.system",
  count(*) AS "=planned", count(*) FILTER (WHERE r.started_at IS NOT NULL) AS "=executed",
  count(*) FILTER (WHERE r.result = 'success') AS "=success",
  count(*) FILTER (WHERE r.result = 'warning') AS "=warning",
  count(*) FILTER (WHERE r.result IN ('failure', 'missed')) AS "=failed",
  count(*) FILTER (WHERE r.finished_at > r.deadline_at) AS "=late"
FROM rec_job AS r
WHERE r.scheduled_at >= :period_start AND r.scheduled_at < min(:period_end, :as_of)
GROUP BY r.job, r.system
ORDER BY r.job, r.system
