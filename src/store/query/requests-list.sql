-- requests-list - requests that were received, open or done in the period.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.title, ticket.category, ticket.urgent,
-- ticket.requester, ticket.system, ticket.received_at, ticket.due_at, ticket.resolved_at,
-- ticket.closed_at, ticket.status, origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"title" AS "ticket.title",
	"category" AS "ticket.category",
	"urgent" AS "ticket.urgent",
	"requester" AS "ticket.requester",
	"system" AS "ticket.system",
	"received_at" AS "ticket.received_at",
	"due_at" AS "ticket.due_at",
	"resolved_at" AS "ticket.resolved_at",
	"closed_at" AS "ticket.closed_at",
	"status" AS "ticket.status",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE type = 'request' AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY received_at, ticket_id
