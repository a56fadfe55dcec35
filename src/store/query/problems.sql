-- problems - problems that were open or ended in the period.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.title, ticket.system, ticket.received_at,
-- ticket.status, ticket.cause, ticket.permanent, ticket.prevention,
-- ticket.due_at, ticket.resolved_at, ticket.closed_at, ticket.change_id,
-- origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"received_at" AS "ticket.received_at",
	"status" AS "ticket.status",
	"cause" AS "ticket.cause",
	"permanent" AS "ticket.permanent",
	"prevention" AS "ticket.prevention",
	"due_at" AS "ticket.due_at",
	"resolved_at" AS "ticket.resolved_at",
	"closed_at" AS "ticket.closed_at",
	"change_id" AS "ticket.change_id",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE type = 'problem' AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY received_at, ticket_id
