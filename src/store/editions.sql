-- editions - the editions of a period.
-- parameters: ?1 period
-- columns: edition_id, number, published, as_of, reason, rules, program,
-- contract
-- order: number
SELECT edition_id, number, published, as_of, reason, rules, program, contract
FROM edition
WHERE period = ?1
ORDER BY number
