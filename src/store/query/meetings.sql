-- Meetings held in the period.
-- in: :period_start :period_end :as_of; out: fields of meeting; order: held, id
SELECT r."meeting_id" AS "meeting.meeting_id",
  r."name" AS "meeting.name",
  r."held_at" AS "meeting.held_at",
  r."place" AS "meeting.place",
  r."decisions" AS "meeting.decisions",
  r."minutes_submitted_on" AS "meeting.minutes_submitted_on",
  r."commented_on" AS "meeting.commented_on",
  r."approved_city_on" AS "meeting.approved_city_on",
  r.file AS origin_file, r.line AS origin_line
FROM rec_meeting AS r
WHERE r.held_at >= :period_start AND r.held_at < min(:period_end, :as_of)
ORDER BY r.held_at, r.meeting_id
