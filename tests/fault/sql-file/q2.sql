SELECT count(*) AS value FROM ticket; SELECT 1
