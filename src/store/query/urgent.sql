-- urgent - tickets told as urgent that were open in the period, and how they
-- were agreed to be handled outside the hours.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.system,
-- ticket.requester, ticket.received_at, ticket.after_hours, ticket.resolved_at,
-- ticket.status, origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"requester" AS "ticket.requester",
	"received_at" AS "ticket.received_at",
	"after_hours" AS "ticket.after_hours",
	"resolved_at" AS "ticket.resolved_at",
	"status" AS "ticket.status",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE urgent AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY received_at, ticket_id
