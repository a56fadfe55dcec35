-- handover-tickets - tickets of every type that are open at the end of the
-- period.
-- parameters: :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.system,
-- ticket.received_at, ticket.due_at, ticket.status, ticket.cause,
-- ticket.provisional, ticket.permanent, origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"received_at" AS "ticket.received_at",
	"due_at" AS "ticket.due_at",
	"status" AS "ticket.status",
	"cause" AS "ticket.cause",
	"provisional" AS "ticket.provisional",
	"permanent" AS "ticket.permanent",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE received_at < :until AND (ended_at IS NULL OR ended_at >= :until)
ORDER BY received_at, ticket_id
