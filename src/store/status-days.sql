-- status-days - the packed runs of targets, up to a local day.
-- parameters: ?1 target (NULL for all), ?2 the day after the last
-- columns: target, interval, runs
-- order: target, interval, day
SELECT target, interval, runs
FROM status_day
WHERE (?1 IS NULL OR target = ?1) AND day < ?2
ORDER BY target, interval, day
