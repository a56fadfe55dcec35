-- metric-range - the oldest and the newest hour of a series.
-- parameters: ?1 series
-- columns: oldest, newest; one row, NULL when there is none
SELECT (SELECT min(hour) FROM metric_hour WHERE series = ?1),
	(SELECT max(hour) FROM metric_hour WHERE series = ?1)
