-- meetings - meetings held in the period.
-- parameters: :period_start, :until
-- columns: all of meeting, origin_file, origin_line
-- order: held_at, meeting_id
SELECT * FROM row_meeting
WHERE "meeting.held_at" >= :period_start AND "meeting.held_at" < :until
ORDER BY "meeting.held_at", "meeting.meeting_id"
