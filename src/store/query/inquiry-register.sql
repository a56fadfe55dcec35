-- inquiry-register - inquiries, requests and incidents that were open or closed in
-- the period.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.system,
-- ticket.category, ticket.urgent, ticket.requester, ticket.channel,
-- ticket.received_at,
-- ticket.answered_at, ticket.first_contact, ticket.known, ticket.escalated_to,
-- ticket.after_hours,
-- ticket.consultation, ticket.triage, ticket.answer, ticket.due_at,
-- ticket.resolved_at, ticket.closed_at, ticket.status, origin_file, origin_line
-- order: type, received_at, ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"category" AS "ticket.category",
	"urgent" AS "ticket.urgent",
	"requester" AS "ticket.requester",
	"channel" AS "ticket.channel",
	"received_at" AS "ticket.received_at",
	"answered_at" AS "ticket.answered_at",
	"first_contact" AS "ticket.first_contact",
	"known" AS "ticket.known",
	"escalated_to" AS "ticket.escalated_to",
	"after_hours" AS "ticket.after_hours",
	"consultation" AS "ticket.consultation",
	"triage" AS "ticket.triage",
	"answer" AS "ticket.answer",
	"due_at" AS "ticket.due_at",
	"resolved_at" AS "ticket.resolved_at",
	"closed_at" AS "ticket.closed_at",
	"status" AS "ticket.status",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE type IN ('inquiry', 'request', 'incident') AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY type, received_at, ticket_id
