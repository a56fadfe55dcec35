-- status-find - the packed runs of a target in a day.
-- parameters: ?1 target, ?2 interval, ?3 day
-- columns: runs; at most one row
SELECT runs FROM status_day WHERE target = ?1 AND interval = ?2 AND day = ?3
