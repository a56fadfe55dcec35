-- metric-put - the packed samples of a series in an hour, with their figures;
-- what the table had of that hour was taken.  No REPLACE: for what it may take
-- back SQLite copies each page once more.
-- parameters: ?1 series, ?2 hour, ?3 scale, ?4 n, ?5 min, ?6 max, ?7 sum,
-- ?8 p50, ?9 p95, ?10 p99, ?11 samples
INSERT INTO metric_hour
	(series, hour, scale, n, min, max, sum, p50, p95, p99, samples)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
