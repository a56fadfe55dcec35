-- jobs - batch jobs planned in the period, by job: how many ran, how they
-- ended, the share of those run that ended well, and for how many minutes.
-- parameters: :period_start, :until
-- columns: job.job, job.system, =planned, =executed, =success, =late,
-- =failed, =success-rate, =mean-minutes, =most-minutes
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
		/ sum(result <> 'missed') % 100) END AS "=success-rate",
	sum(finished_at - started_at) / count(finished_at - started_at) / 60
		AS "=mean-minutes",
	max(finished_at - started_at) / 60 AS "=most-minutes"
FROM rec_job
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, system
ORDER BY job, system
