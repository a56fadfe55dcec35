-- status-drop - a target without runs in a day.
-- parameters: ?1 target, ?2 interval, ?3 day
DELETE FROM status_day WHERE target = ?1 AND interval = ?2 AND day = ?3
