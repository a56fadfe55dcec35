-- edition-value-add - a value of an edition.
-- parameters: ?1 edition, ?2 position, ?3 item, ?4 field, ?5 value
INSERT INTO edition_value (edition, position, item, field, value)
VALUES (?1, ?2, ?3, ?4, ?5)
