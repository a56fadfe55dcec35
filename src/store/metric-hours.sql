-- metric-hours - the packed samples of series from one hour up to another.
-- parameters: ?1 metric, ?2 host, ?3 unit (each NULL for all), ?4 first hour,
-- ?5 the hour after the last
-- columns: metric, host, unit, scale, samples
-- order: metric, host, unit, hour
SELECT series.metric, series.host, series.unit, part.scale, part.samples
FROM series
CROSS JOIN metric_hour AS part ON part.series = series.series_id
WHERE (?1 IS NULL OR series.metric = ?1)
	AND (?2 IS NULL OR series.host = ?2)
	AND (?3 IS NULL OR series.unit = ?3)
	AND part.hour >= ?4 AND part.hour < ?5
ORDER BY series.metric, series.host, series.unit, part.hour
