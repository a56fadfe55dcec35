-- security-events - security events of the period that were judged: whether they
-- had to be responded to, by which criterion, and the logs that were kept.
-- parameters: :period_start, :until
-- columns: all of security_event, origin_file, origin_line
-- order: at, type, target, source
SELECT * FROM row_security_event
WHERE "security_event.at" >= :period_start AND "security_event.at" < :until
	AND "security_event.response" IS NOT NULL
ORDER BY "security_event.at", "security_event.type", "security_event.target",
	"security_event.source"
