-- Incidents received in the period, or reaching into it.
-- in: :period_start :period_end :as_of; out: fields of ticket; order: receipt, id
SELECT t."ticket_id" AS "ticket.ticket_id",
  t."type" AS "ticket.type",
  t."title" AS "ticket.title",
  t."system" AS "ticket.system",
  t."severity" AS "ticket.severity",
  t."detected_at" AS "ticket.detected_at",
  t."arrived_at" AS "ticket.arrived_at",
  t."restored_at" AS "ticket.restored_at",
  t."status" AS "ticket.status",
  t."cause" AS "ticket.cause",
  t."permanent" AS "ticket.permanent",
  t.file AS origin_file, t.line AS origin_line
FROM rec_ticket AS t
WHERE t.type IN ('incident', 'security') AND t.status NOT IN ('cancelled', 'duplicate')
  AND t.received_at < min(:period_end, :as_of)
  AND (t.received_at >= :period_start
    OR coalesce(t.outage_end, t.resolved_at, t.closed_at) >= :period_start
    OR coalesce(t.resolved_at, t.closed_at) IS NULL
      AND t.status NOT IN ('done', 'closed'))
ORDER BY t.received_at, t.ticket_id
