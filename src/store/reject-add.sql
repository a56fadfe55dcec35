-- reject-add - a row that was rejected.
-- parameters: ?1 import, ?2 line, ?3 reason, ?4 raw
INSERT INTO rejected (import, line, reason, raw) VALUES (?1, ?2, ?3, ?4)
