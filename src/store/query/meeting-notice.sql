-- meeting-notice - meetings after the period, as they are announced.
-- parameters: :until
-- columns: meeting.meeting_id, meeting.name, meeting.held_at, meeting.place,
-- meeting.convener, meeting.attendees, meeting.agenda, meeting.announced_on,
-- origin_file, origin_line
-- order: held_at, meeting_id
SELECT
	"meeting_id" AS "meeting.meeting_id",
	"name" AS "meeting.name",
	"held_at" AS "meeting.held_at",
	"place" AS "meeting.place",
	"convener" AS "meeting.convener",
	"attendees" AS "meeting.attendees",
	"agenda" AS "meeting.agenda",
	"announced_on" AS "meeting.announced_on",
	file AS origin_file,
	line AS origin_line
FROM rec_meeting
WHERE held_at >= :until
ORDER BY held_at, meeting_id
