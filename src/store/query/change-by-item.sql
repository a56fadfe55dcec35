-- change-by-item - changes carried out in the period by what change control
-- covers (K tables 1-2-6 and 2-2-4); nothing where no change says it.
-- parameters: :period_start, :until
-- columns: change.managed, =count, =approved
-- order: as the tables
WITH item (place, name) AS (
	VALUES (1, 'requirements'), (2, 'design'), (3, 'specification'),
		(4, 'plan'), (5, 'guideline'), (6, 'procedure'), (7, 'manual'),
		(8, 'source'), (9, 'setting'), (10, 'data')
)
SELECT
	item.name AS "change.managed",
	count(change_id) AS "=count",
	count(approved_on) AS "=approved"
FROM item
LEFT JOIN rec_change ON managed = item.name
	AND implemented_at >= :period_start AND implemented_at < :until
WHERE EXISTS (SELECT 1 FROM rec_change WHERE managed IS NOT NULL)
GROUP BY place, item.name
ORDER BY place
