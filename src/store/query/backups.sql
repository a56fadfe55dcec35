-- backups - backups planned in the period, by job and target.
-- parameters: :period_start, :until
-- columns: backup.job, backup.target, =planned, =success, =warning, =failed
-- order: job, target
SELECT
	"job" AS "backup.job",
	"target" AS "backup.target",
	count(*) AS "=planned",
	sum(result = 'success') AS "=success",
	sum(result = 'warning') AS "=warning",
	sum(result IN ('failure', 'missed')) AS "=failed"
FROM rec_backup
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, target
ORDER BY job, target
