SELECT count(*) FILTER (WHERE channel = 'phone') AS num, count(*) AS den
FROM ticket WHERE received_at >= :period_start AND received_at < :period_end
