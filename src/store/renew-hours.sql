-- renew-hours - the packed samples of a series.
-- parameters: ?1 series
-- columns: hour, scale, samples
-- order: hour
SELECT hour, scale, samples FROM metric_hour WHERE series = ?1 ORDER BY hour
