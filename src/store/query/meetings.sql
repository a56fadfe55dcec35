-- meetings - meetings held in the period.
-- parameters: :period_start, :until
-- columns: meeting.meeting_id, meeting.name, meeting.kind, meeting.convener,
-- meeting.held_at, meeting.place, meeting.attendees, meeting.agenda, meeting.decisions,
-- meeting.minutes_submitted_on, meeting.comments_until, meeting.commented_on,
-- meeting.approved_city_on, meeting.approved_vendor_on, origin_file,
-- origin_line
-- order: held_at, meeting_id
SELECT
	"meeting_id" AS "meeting.meeting_id",
	"name" AS "meeting.name",
	"kind" AS "meeting.kind",
	"convener" AS "meeting.convener",
	"held_at" AS "meeting.held_at",
	"place" AS "meeting.place",
	"attendees" AS "meeting.attendees",
	"agenda" AS "meeting.agenda",
	"decisions" AS "meeting.decisions",
	"minutes_submitted_on" AS "meeting.minutes_submitted_on",
	"comments_until" AS "meeting.comments_until",
	"commented_on" AS "meeting.commented_on",
	"approved_city_on" AS "meeting.approved_city_on",
	"approved_vendor_on" AS "meeting.approved_vendor_on",
	file AS origin_file,
	line AS origin_line
FROM rec_meeting
WHERE held_at >= :period_start AND held_at < :until
ORDER BY held_at, meeting_id
