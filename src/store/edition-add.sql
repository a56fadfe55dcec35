-- edition-add - a period is published.
-- parameters: ?1 period, ?2 number, ?3 published, ?4 as_of, ?5 reason,
-- ?6 rules, ?7 program, ?8 contract
INSERT INTO edition (period, number, published, as_of, reason, rules, program,
	contract)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
