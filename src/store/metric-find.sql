-- metric-find - the packed samples of a series in an hour.
-- parameters: ?1 series, ?2 hour
-- columns: scale, samples; at most one row
SELECT scale, samples FROM metric_hour WHERE series = ?1 AND hour = ?2
