-- metric-newest - the newest hour of a series.
-- parameters: ?1 series
-- columns: hour; one row, NULL when there is none
SELECT max(hour) FROM metric_hour WHERE series = ?1
