-- renew-empty - series without samples.
DELETE FROM series
WHERE NOT EXISTS (
	SELECT 1 FROM metric_hour WHERE metric_hour.series = series_id)
