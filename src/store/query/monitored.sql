-- monitored - the items of table 2-1-2 (K IV 2.1) and what the period's records
-- say of each: a count, a share in percent, or a mean; empty where the store
-- has no record of the kind.
-- parameters: :period_start, :until
-- columns: ~monitoring, ~monitored-item, =value, ~measured-in
-- order: as the table
WITH today (first, last) AS (
	SELECT local_date(:period_start), local_date(:until - 1)
), load AS (
	SELECT metric, sum(n) * 10000 AS n, sum(sum * CASE scale
		WHEN 0 THEN 10000 WHEN 1 THEN 1000 WHEN 2 THEN 100
		WHEN 3 THEN 10 ELSE 1 END) AS sum
	FROM metric_hour JOIN series ON series_id = series
	WHERE hour >= :period_start / 3600 AND hour < :until / 3600
		AND scale <= 4
	GROUP BY metric
), work AS (
	SELECT * FROM work_state
	WHERE ended_at >= :period_start AND ended_at < :until
), ticket AS (
	SELECT * FROM ticket_state
	WHERE received_at >= :period_start AND received_at < :until
), change AS (
	SELECT * FROM rec_change
	WHERE implemented_at >= :period_start AND implemented_at < :until
), asset AS (
	SELECT *, updated_on BETWEEN first AND last
		OR disposed_on BETWEEN first AND last AS touched
	FROM rec_asset, today WHERE disposed_on IS NULL OR disposed_on >= first
), network_failure AS (
	SELECT component FROM ticket WHERE type = 'incident' AND component IN (
		SELECT asset_id FROM asset WHERE class = 'network'
		UNION SELECT name FROM asset WHERE class = 'network')
), threat (place, monitoring, type) AS (
	VALUES (14, 'security', 'unauthorized_access'),
		(15, 'security', 'malware'), (16, 'security', 'intrusion'),
		(17, 'security', 'lockout'), (18, 'premises', 'break_in'),
		(19, 'premises', 'fire'), (29, 'log', 'log_anomaly'),
		(30, 'log', 'tamper')
), item (place, monitoring, name, records, n, times, of, unit) AS (
	SELECT 1, 'alive', 'planned-restarts', (SELECT count(*) FROM rec_work),
		sum(restarts), NULL, NULL, 'times'
	FROM work WHERE planned_start IS NOT NULL
	UNION ALL SELECT 2, 'alive', 'other-restarts',
		(SELECT count(*) FROM rec_work), sum(restarts), NULL, NULL, 'times'
	FROM work WHERE planned_start IS NULL
	UNION ALL SELECT 3, 'performance', 'response', count(*), sum(sum), 1,
		sum(n), 'ms' FROM load WHERE metric = 'response_ms'
	UNION ALL SELECT 4, 'performance', 'throughput', count(*), sum(sum), 1,
		sum(n), 'per-second' FROM load WHERE metric = 'throughput'
	UNION ALL SELECT 5, 'running', 'processor', count(*), sum(sum), 1,
		sum(n), 'percent' FROM load WHERE metric = 'cpu_percent'
	UNION ALL SELECT 6, 'running', 'memory-free', count(*),
		sum(n) * 100 - sum(sum), 1, sum(n), 'percent'
	FROM load WHERE metric = 'memory_percent'
	UNION ALL SELECT 7, 'running', 'disk-free', count(*),
		sum(n) * 100 - sum(sum), 1, sum(n), 'percent'
	FROM load WHERE metric = 'disk_percent'
	UNION ALL SELECT 8, 'running', measure, count(*), sum("count"), NULL,
		NULL, 'cases'
	FROM rec_usage, today WHERE date BETWEEN first AND last GROUP BY measure
	UNION ALL SELECT 9, 'running', 'licences', count(licences_held),
		sum(licences_used), NULL, NULL, 'pieces' FROM asset
	UNION ALL SELECT place, monitoring, threat.type,
		(SELECT count(*) FROM rec_security_event), sum("count"), NULL, NULL,
		'cases'
	FROM threat LEFT JOIN rec_security_event AS e ON e.type = threat.type
		AND at >= :period_start AND at < :until
	GROUP BY place, monitoring, threat.type
	UNION ALL SELECT 20, 'batch', 'batch-runs', count(*),
		sum(result <> 'missed'), NULL, NULL, 'times'
	FROM rec_job WHERE scheduled_at >= :period_start AND scheduled_at < :until
	UNION ALL SELECT 21, 'batch', 'batch-success', count(*),
		sum(result IN ('success', 'warning')), 100, sum(result <> 'missed'),
		'percent'
	FROM rec_job WHERE scheduled_at >= :period_start AND scheduled_at < :until
	UNION ALL SELECT 23, 'backup', 'backup-runs', count(*),
		sum(result <> 'missed'), NULL, NULL, 'times'
	FROM rec_backup
	WHERE scheduled_at >= :period_start AND scheduled_at < :until
	UNION ALL SELECT 24, 'backup', 'restores',
		(SELECT count(*) FROM rec_restore), count(*), NULL, NULL, 'times'
	FROM rec_restore
	WHERE requested_at >= :period_start AND requested_at < :until
	UNION ALL SELECT 25, 'recovery', 'recovery', count(*),
		sum(restored_at - coalesce(detected_at, received_at)), 1,
		count(*) * 60, 'minutes'
	FROM ticket_state WHERE type = 'incident'
		AND restored_at >= :period_start AND restored_at < :until
	UNION ALL SELECT 26, 'setting', 'setting-changes',
		(SELECT count(*) FROM rec_change), sum(managed = 'setting'), NULL,
		NULL, 'cases' FROM change
	UNION ALL SELECT 27, 'patch', 'patches',
		(SELECT count(*) FROM rec_patch), count(*), NULL, NULL, 'cases'
	FROM rec_patch, today WHERE applied_on BETWEEN first AND last
	UNION ALL SELECT 28, 'patch', 'updates', count(*),
		sum(updated_on BETWEEN first AND last), NULL, NULL, 'cases'
	FROM asset WHERE class IN ('software', 'application')
	UNION ALL SELECT 31, 'configuration', 'configuration-changes', count(*),
		sum(touched), NULL, NULL, 'cases' FROM asset
	UNION ALL SELECT 32, 'network', 'network-use', count(*), sum(sum), 1,
		sum(n), 'percent' FROM load WHERE metric = 'network_percent'
	UNION ALL SELECT 33, 'network', 'network-failures',
		(SELECT count(*) FROM rec_ticket), count(*), NULL, NULL, 'cases'
	FROM network_failure
	UNION ALL SELECT 34, 'network', 'network-failure-rate', count(*),
		(SELECT count(DISTINCT component) FROM network_failure), 100,
		count(*), 'percent' FROM asset WHERE class = 'network'
	UNION ALL SELECT 35, 'network', 'network-changes', count(*),
		sum(touched), NULL, NULL, 'cases' FROM asset WHERE class = 'network'
	UNION ALL SELECT 36, 'desk', 'inquiries',
		(SELECT count(*) FROM rec_ticket), count(*), NULL, NULL, 'cases'
	FROM ticket WHERE type = 'inquiry'
	UNION ALL SELECT 37, 'desk', 'first-answers', count(first_contact),
		sum(first_contact), NULL, NULL, 'cases'
	FROM ticket WHERE type = 'inquiry'
	UNION ALL SELECT 38, 'call', 'inquiries',
		(SELECT count(*) FROM rec_ticket), count(*), NULL, NULL, 'cases'
	FROM ticket WHERE type = 'inquiry' AND channel = 'phone'
	UNION ALL SELECT 39, 'call', 'first-answers', count(first_contact),
		sum(first_contact), NULL, NULL, 'cases'
	FROM ticket WHERE type = 'inquiry' AND channel = 'phone'
	UNION ALL SELECT 40, 'training', 'trainings',
		(SELECT count(*) FROM rec_training), count(*), NULL, NULL, 'times'
	FROM rec_training, today
	WHERE kind = 'training' AND held_on BETWEEN first AND last
	UNION ALL SELECT 41, 'training', 'attendance', count(*), sum(attended),
		100, sum(invited), 'percent'
	FROM rec_training, today
	WHERE kind = 'training' AND held_on BETWEEN first AND last
	UNION ALL SELECT 42, 'improvement', 'proposals',
		(SELECT count(*) FROM rec_improvement), count(*), NULL, NULL, 'cases'
	FROM rec_improvement, today WHERE proposed_on BETWEEN first AND last
	UNION ALL SELECT 43, 'improvement', 'adopted', count(*),
		sum(status IN ('adopted', 'done')), 100, count(*), 'percent'
	FROM rec_improvement, today
	WHERE status <> 'proposed' AND decided_on BETWEEN first AND last
)
SELECT
	monitoring AS "~monitoring",
	name AS "~monitored-item",
	CASE WHEN records = 0 THEN NULL WHEN of IS NULL THEN coalesce(n, 0)
		WHEN of > 0 THEN printf('%d.%02d', coalesce(n, 0) * times / of,
		coalesce(n, 0) * times * 100 / of % 100) END AS "=value",
	unit AS "~measured-in"
FROM item
ORDER BY place, name
