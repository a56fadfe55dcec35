-- jobs - batch jobs planned in the period, by job.
-- parameters: :period_start, :until
-- columns: job.job, job.system, =planned, =executed, =success, =late, =failed
-- order: job, system
SELECT
	"job" AS "job.job",
	"system" AS "job.system",
	count(*) AS "=planned",
	sum(result <> 'missed') AS "=executed",
	sum(result IN ('success', 'warning')) AS "=success",
	count(*) FILTER (
		WHERE deadline_at < coalesce(finished_at, :until)) AS "=late",
	sum(result IN ('failure', 'missed')) AS "=failed"
FROM rec_job
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, system
ORDER BY job, system
