-- status-all - all packed runs.
-- columns: target, interval, day, runs
-- order: target, interval, day
SELECT target, interval, day, runs
FROM status_day
ORDER BY target, interval, day
