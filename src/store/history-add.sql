-- history-add - what a field said before this import changed it.
-- parameters: ?1 record, ?2 key, ?3 field, ?4 old, ?5 file, ?6 line, ?7 import
INSERT INTO history (record, "key", field, old, file, line, import)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
