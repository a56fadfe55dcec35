-- job-times - for how many minutes the batch jobs of the period ran, by job.
-- parameters: :period_start, :until
-- columns: job.job, job.system, =executed, =mean-minutes, =most-minutes,
-- =processed
-- order: job, system
SELECT
	"job" AS "job.job",
	"system" AS "job.system",
	sum(result <> 'missed') AS "=executed",
	sum(finished_at - started_at) / count(finished_at - started_at) / 60
		AS "=mean-minutes",
	max(finished_at - started_at) / 60 AS "=most-minutes",
	sum(records) AS "=processed"
FROM rec_job
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, system
ORDER BY job, system
