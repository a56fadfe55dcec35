-- series-add - a new series.
-- parameters: ?1 metric, ?2 host, ?3 unit
INSERT INTO series (metric, host, unit) VALUES (?1, ?2, ?3)
