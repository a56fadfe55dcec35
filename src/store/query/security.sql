-- security - security events of the period by type: events and their sum.
-- parameters: :period_start, :until
-- columns: security_event.type, =events, =count
-- order: type
SELECT
	"type" AS "security_event.type",
	count(*) AS "=events",
	sum("count") AS "=count"
FROM rec_security_event
WHERE "at" >= :period_start AND "at" < :until
GROUP BY type
ORDER BY type
