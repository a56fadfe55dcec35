-- metric-take - the packed samples of a series in an hour leave the table.
-- parameters: ?1 series, ?2 hour
DELETE FROM metric_hour WHERE series = ?1 AND hour = ?2
