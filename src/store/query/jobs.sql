-- jobs - batch jobs planned in the period, by job: how many ran, how they
-- ended, and the share of those run that ended well.
-- parameters: :period_start, :until
-- columns: job.job, job.system, =planned, =executed, =success, =late,
-- =failed, =success-rate
-- order: job, system
SELECT
	"job" AS "job.job",
	"system" AS "job.system",
	count(*) AS "=planned",
	sum(result <> 'missed') AS "=executed",
	sum(result IN ('success', 'warning')) AS "=success",
	count(*) FILTER (
		WHERE deadline_at < coalesce(finished_at, :until)) AS "=late",
	sum(result IN ('failure', 'missed')) AS "=failed",
	CASE WHEN sum(result <> 'missed') > 0 THEN printf('%d.%02d',
		sum(result IN ('success', 'warning')) * 100
		/ sum(result <> 'missed'),
		sum(result IN ('success', 'warning')) * 10000
		/ sum(result <> 'missed') % 100) END AS "=success-rate"
FROM rec_job
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, system
ORDER BY job, system
