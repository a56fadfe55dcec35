-- series-find - the id of a series.
-- parameters: ?1 metric, ?2 host, ?3 unit
-- columns: series_id; at most one row
SELECT series_id FROM series WHERE metric = ?1 AND host = ?2 AND unit = ?3
