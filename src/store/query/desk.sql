-- desk - what the desk received in the period, inquiries, incidents and
-- requests apart: solved at the first answer, known already, escalated, done.
-- parameters: :period_start, :until
-- columns: ticket.type, =received, =first-contact, =known, =known-rate,
-- =escalated, =finished
-- order: inquiry, incident, request
WITH class (place, type) AS (
	VALUES (1, 'inquiry'), (2, 'incident'), (3, 'request')
), tally AS (
	SELECT place, class.type, count(ticket_id) AS n,
		coalesce(sum(first_contact), 0) AS first,
		coalesce(sum(known), 0) AS known,
		count(escalated_to) AS escalated,
		count(*) FILTER (WHERE ended_at < :until) AS finished
	FROM class
	LEFT JOIN ticket_state ON ticket_state.type = class.type
		AND received_at >= :period_start AND received_at < :until
	GROUP BY place, class.type
)
SELECT
	type AS "ticket.type",
	n AS "=received",
	first AS "=first-contact",
	known AS "=known",
	CASE WHEN n > 0 THEN printf('%d.%02d', known * 100 / n,
		known * 10000 / n % 100) END AS "=known-rate",
	escalated AS "=escalated",
	finished AS "=finished"
FROM tally
ORDER BY place
