-- edition-values - what an edition is frozen with.
-- parameters: ?1 edition
-- columns: item, field, value
-- order: position
SELECT item, field, value
FROM edition_value
WHERE edition = ?1
ORDER BY position
