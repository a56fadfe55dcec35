-- status-put - the packed runs of a target in a day.
-- parameters: ?1 target, ?2 interval, ?3 day, ?4 runs
REPLACE INTO status_day (target, interval, day, runs) VALUES (?1, ?2, ?3, ?4)
