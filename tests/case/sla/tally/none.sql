SELECT 0 AS num, count(*) AS den FROM ticket WHERE ticket_id = 'none'
