-- Requests that were received or done in the period, or are open.
-- in: :period_start :period_end :as_of; out: fields of ticket; order: receipt, id
SELECT t."ticket_id" AS "ticket.ticket_id",
  t."title" AS "ticket.title",
  t."category" AS "ticket.category",
  t."requester" AS "ticket.requester",
  t."received_at" AS "ticket.received_at",
  t."due_at" AS "ticket.due_at",
  t."status" AS "ticket.status",
  t."resolved_at" AS "ticket.resolved_at",
  t.file AS origin_file, t.line AS origin_line
FROM rec_ticket AS t
WHERE t.type = 'request' AND t.received_at < min(:period_end, :as_of)
  AND (t.received_at >= :period_start
    OR coalesce(t.resolved_at, t.closed_at) >= :period_start
    OR coalesce(t.resolved_at, t.closed_at) IS NULL
      AND t.status NOT IN ('done', 'closed', 'cancelled', 'duplicate'))
ORDER BY t.received_at, t.ticket_id
