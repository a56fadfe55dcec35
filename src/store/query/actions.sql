-- actions - action items that were open or done in the period.
-- parameters: :period_start
-- columns: action_item.action_id, action_item.meeting_id, action_item.item,
-- action_item.owner, action_item.due_on, action_item.status,
-- action_item.done_on, origin_file, origin_line
-- order: due_on, action_id
SELECT
	"action_id" AS "action_item.action_id",
	"meeting_id" AS "action_item.meeting_id",
	"item" AS "action_item.item",
	"owner" AS "action_item.owner",
	"due_on" AS "action_item.due_on",
	"status" AS "action_item.status",
	"done_on" AS "action_item.done_on",
	file AS origin_file,
	line AS origin_line
FROM rec_action_item
WHERE done_on >= local_date(:period_start)
	OR (done_on IS NULL AND coalesce(status, 'open') = 'open')
ORDER BY due_on, action_id
