-- incidents - incidents and security incidents that were received in the
-- period, or whose outage meets it.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.system,
-- ticket.component, ticket.severity, ticket.detected_at, ticket.received_at,
-- ticket.restored_at, ticket.resolved_at, ticket.status, ticket.outage_start,
-- ticket.outage_end, ticket.impact, ticket.cause, ticket.cause_category,
-- ticket.provisional, ticket.permanent, ticket.prevention, origin_file,
-- origin_line
-- order: coalesce(outage_start, detected_at, received_at), ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"component" AS "ticket.component",
	"severity" AS "ticket.severity",
	"detected_at" AS "ticket.detected_at",
	"received_at" AS "ticket.received_at",
	"restored_at" AS "ticket.restored_at",
	"resolved_at" AS "ticket.resolved_at",
	"status" AS "ticket.status",
	"outage_start" AS "ticket.outage_start",
	"outage_end" AS "ticket.outage_end",
	"impact" AS "ticket.impact",
	"cause" AS "ticket.cause",
	"cause_category" AS "ticket.cause_category",
	"provisional" AS "ticket.provisional",
	"permanent" AS "ticket.permanent",
	"prevention" AS "ticket.prevention",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE type IN ('incident', 'security')
	AND ((received_at >= :period_start AND received_at < :until)
	OR (outage_start < :until
	AND coalesce(outage_end, :until) > :period_start))
ORDER BY coalesce(outage_start, detected_at, received_at), ticket_id
