-- status-others - the packed runs of a target in a day at other intervals.
-- parameters: ?1 target, ?2 interval, ?3 day
-- columns: interval, runs
-- order: interval
SELECT interval, runs
FROM status_day
WHERE target = ?1 AND interval <> ?2 AND day = ?3
ORDER BY interval
