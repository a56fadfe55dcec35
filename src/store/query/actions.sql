-- actions - action items that were open or done in the period.
-- parameters: :period_start
-- columns: all of action_item, origin_file, origin_line
-- order: due_on, action_id
SELECT * FROM row_action_item
WHERE "action_item.done_on" >= local_date(:period_start)
	OR ("action_item.done_on" IS NULL AND coalesce("action_item.status",
	'open') = 'open')
ORDER BY "action_item.due_on", "action_item.action_id"
