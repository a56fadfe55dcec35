-- problems - problems that were open or ended in the period.
-- parameters: :period_start, :until
-- columns: all of ticket, origin_file, origin_line
-- order: received_at, ticket_id
SELECT row_ticket.* FROM row_ticket
JOIN ticket_state ON ticket_id = "ticket.ticket_id"
WHERE type = 'problem' AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
ORDER BY received_at, ticket_id
