-- incidents - incidents and security incidents that were received in the
-- period, or whose outage meets it.
-- parameters: :period_start, :until
-- columns: ticket.ticket_id, ticket.type, ticket.title, ticket.system,
-- ticket.component, ticket.severity, ticket.priority, ticket.category,
-- ticket.requester, ticket.channel, ticket.detected_at, ticket.received_at,
-- ticket.reported_at, ticket.arrived_at, ticket.answered_at,
-- ticket.restored_at, ticket.resolved_at, ticket.closed_at, ticket.due_at,
-- ticket.due_approved_on, ticket.status, ticket.first_contact, ticket.known,
-- ticket.escalated_to, ticket.outage_start, ticket.outage_end, ticket.impact,
-- ticket.cause, ticket.cause_category, ticket.provisional, ticket.permanent,
-- ticket.prevention, ticket.nonconformity, ticket.change_id, ticket.parent_id,
-- ticket.duplicate_of, origin_file, origin_line
-- order: coalesce(outage_start, detected_at, received_at), ticket_id
SELECT
	"ticket_id" AS "ticket.ticket_id",
	"type" AS "ticket.type",
	"title" AS "ticket.title",
	"system" AS "ticket.system",
	"component" AS "ticket.component",
	"severity" AS "ticket.severity",
	"priority" AS "ticket.priority",
	"category" AS "ticket.category",
	"requester" AS "ticket.requester",
	"channel" AS "ticket.channel",
	"detected_at" AS "ticket.detected_at",
	"received_at" AS "ticket.received_at",
	"reported_at" AS "ticket.reported_at",
	"arrived_at" AS "ticket.arrived_at",
	"answered_at" AS "ticket.answered_at",
	"restored_at" AS "ticket.restored_at",
	"resolved_at" AS "ticket.resolved_at",
	"closed_at" AS "ticket.closed_at",
	"due_at" AS "ticket.due_at",
	"due_approved_on" AS "ticket.due_approved_on",
	"status" AS "ticket.status",
	"first_contact" AS "ticket.first_contact",
	"known" AS "ticket.known",
	"escalated_to" AS "ticket.escalated_to",
	"outage_start" AS "ticket.outage_start",
	"outage_end" AS "ticket.outage_end",
	"impact" AS "ticket.impact",
	"cause" AS "ticket.cause",
	"cause_category" AS "ticket.cause_category",
	"provisional" AS "ticket.provisional",
	"permanent" AS "ticket.permanent",
	"prevention" AS "ticket.prevention",
	"nonconformity" AS "ticket.nonconformity",
	"change_id" AS "ticket.change_id",
	"parent_id" AS "ticket.parent_id",
	"duplicate_of" AS "ticket.duplicate_of",
	file AS origin_file,
	line AS origin_line
FROM ticket_state
WHERE type IN ('incident', 'security')
	AND ((received_at >= :period_start AND received_at < :until)
	OR (outage_start < :until
	AND coalesce(outage_end, :until) > :period_start))
ORDER BY coalesce(outage_start, detected_at, received_at), ticket_id
