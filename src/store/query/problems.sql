-- Problems that are open at the cut-off or were closed in the period.
-- in: :period_start :period_end :as_of; out: fields of ticket; order: receipt, id
SELECT t."ticket_id" AS "ticket.ticket_id",
  t."title" AS "ticket.title",
  t."system" AS "ticket.system",
  t."received_at" AS "ticket.received_at",
  t."status" AS "ticket.status",
  t."cause" AS "ticket.cause",
  t."permanent" AS "ticket.permanent",
  t."resolved_at" AS "ticket.resolved_at",
  t.file AS origin_file, t.line AS origin_line
FROM rec_ticket AS t
WHERE t.type = 'problem' AND t.status NOT IN ('cancelled', 'duplicate')
  AND t.received_at < min(:period_end, :as_of)
  AND (coalesce(t.resolved_at, t.closed_at) >= :period_start
    OR coalesce(t.resolved_at, t.closed_at) IS NULL
      AND t.status NOT IN ('done', 'closed'))
ORDER BY t.received_at, t.ticket_id
