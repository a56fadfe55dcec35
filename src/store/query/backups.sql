-- backups - backups planned in the period, by job and target: how they ended,
-- the share that succeeded, generations, media, and how many left the site.
-- parameters: :period_start, :until
-- columns: backup.job, backup.target, =planned, =success, =warning, =failed,
-- =backup-rate, ~generations, ~media, =offsite
-- order: job, target
SELECT
	"job" AS "backup.job",
	"target" AS "backup.target",
	count(*) AS "=planned",
	sum(result = 'success') AS "=success",
	sum(result = 'warning') AS "=warning",
	sum(result IN ('failure', 'missed')) AS "=failed",
	printf('%d.%02d', sum(result IN ('success', 'warning')) * 100 / count(*),
		sum(result IN ('success', 'warning')) * 10000 / count(*) % 100)
		AS "=backup-rate",
	(SELECT group_concat(generation, ' ') FROM (SELECT DISTINCT generation
		FROM rec_backup AS same WHERE same.job = rec_backup.job
		AND same.target IS rec_backup.target
		AND scheduled_at >= :period_start AND scheduled_at < :until
		ORDER BY generation)) AS "~generations",
	(SELECT group_concat(media, ' ') FROM (SELECT DISTINCT media
		FROM rec_backup AS same WHERE same.job = rec_backup.job
		AND same.target IS rec_backup.target
		AND scheduled_at >= :period_start AND scheduled_at < :until
		ORDER BY media)) AS "~media",
	sum(offsite) AS "=offsite"
FROM rec_backup
WHERE scheduled_at >= :period_start AND scheduled_at < :until
GROUP BY job, target
ORDER BY job, target
