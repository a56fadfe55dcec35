-- consultations - requests of the period that need to be consulted upon, for
-- their cost or effort, and how far that has come.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.title, ticket.system, ticket.requester,
-- ticket.received_at, ticket.consultation, ticket.triage, ticket.due_at,
-- ticket.status, origin_file, origin_line
-- order: received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"requester" AS "ticket.requester",
	"received_at" AS "ticket.received_at",
	"consultation" AS "ticket.consultation",
	"triage" AS "ticket.triage",
	"due_at" AS "ticket.due_at",
	"status" AS "ticket.status",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE consultation IN ('pending', 'agreed', 'declined')
	AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY received_at, ticket_id
