-- inquiry-list-open - tickets that are open at the end of the period, with their
-- age in days.
-- parameters: :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.category,
-- ticket.system, ticket.received_at, ticket.due_at, ticket.status, =days,
-- origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"category" AS "ticket.category",
	"system" AS "ticket.system",
	"received_at" AS "ticket.received_at",
	"due_at" AS "ticket.due_at",
	"status" AS "ticket.status",
	(:until - received_at) / 86400 AS "=days",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE received_at < :until AND (ended_at IS NULL OR ended_at >= :until)
ORDER BY received_at, ticket_id
