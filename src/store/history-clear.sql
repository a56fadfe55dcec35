-- history-clear - what differs between two readings of the same bytes is no
-- amendment.
-- parameters: ?1 import of the earlier reading, ?2 of the later
DELETE FROM history WHERE file = ?1 AND import = ?2
