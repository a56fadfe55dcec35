-- backlog-age - tickets open at the end of the period by their age in days.
-- parameters: :until
-- columns: ~band, =count
-- order: youngest first
WITH band (name, least, most) AS (
	VALUES ('0-7', 0, 7), ('8-30', 8, 30), ('31-90', 31, 90),
		('91-', 91, 1000000)
)
SELECT
	band.name AS "~band",
	count(ticket_id) AS "=count"
FROM band
LEFT JOIN ticket_state
	ON received_at < :until
	AND (ended_at IS NULL OR ended_at >= :until)
	AND (:until - received_at) / 86400 BETWEEN least AND most
GROUP BY least, band.name
ORDER BY least
