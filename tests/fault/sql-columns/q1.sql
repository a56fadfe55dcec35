SELECT count(*) AS n FROM ticket
