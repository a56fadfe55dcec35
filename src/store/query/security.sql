-- security - security events of the period by type: events and their sum; a
-- type that did not occur counts 0 where events are recorded at all.
-- parameters: :period_start, :until
-- columns: security_event.type, =events, =count
-- order: as table 2-1-2 (K IV 2.1)
WITH kind (place, name) AS (
	VALUES (1, 'unauthorized_access'), (2, 'malware'), (3, 'intrusion'),
		(4, 'lockout'), (5, 'tamper'), (6, 'log_anomaly'),
		(7, 'vulnerability'), (8, 'break_in'), (9, 'fire')
)
SELECT
	kind.name AS "security_event.type",
	count(at) AS "=events",
	coalesce(sum("count"), 0) AS "=count"
FROM kind
LEFT JOIN rec_security_event ON type = kind.name
	AND "at" >= :period_start AND "at" < :until
WHERE EXISTS (SELECT 1 FROM rec_security_event)
GROUP BY place, kind.name
ORDER BY place
