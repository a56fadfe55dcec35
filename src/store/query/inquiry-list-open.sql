-- Records that are open at the cut-off, with their age in days.
-- in: :period_end :as_of :offset; out: fields of ticket, age; order: oldest first, id
SELECT t.ticket_id AS "ticket.ticket_id", t.type AS "ticket.type",
  t.title AS "ticket.title", t.requester AS "ticket.requester",
  t.received_at AS "ticket.received_at", t.status AS "ticket.status",
  (min(:period_end, :as_of) + :offset) / 86400 - (t.received_at + :offset) / 86400 AS "=age",
  t.file AS origin_file, t.line AS origin_line
FROM rec_ticket AS t
WHERE t.received_at < min(:period_end, :as_of)
  AND t.status NOT IN ('cancelled', 'duplicate')
  AND (coalesce(t.resolved_at, t.closed_at) >= min(:period_end, :as_of)
    OR coalesce(t.resolved_at, t.closed_at) IS NULL
      AND t.status NOT IN ('done', 'closed'))
ORDER BY t.received_at, t.ticket_id
