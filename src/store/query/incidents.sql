-- incidents - incidents and security incidents that were received in the
-- period, or whose outage meets it.
-- parameters: :period_start, :until
-- columns: all of ticket, origin_file, origin_line
-- order: coalesce(outage_start, detected_at, received_at), ticket_id
SELECT row_ticket.* FROM row_ticket
JOIN ticket_state ON ticket_id = "ticket.ticket_id"
WHERE type IN ('incident', 'security')
	AND ((received_at >= :period_start AND received_at < :until)
	OR (outage_start < :until
	AND coalesce(outage_end, :until) > :period_start))
ORDER BY coalesce(outage_start, detected_at, received_at), ticket_id
