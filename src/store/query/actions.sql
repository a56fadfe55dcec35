-- Action items that are open, or were done in the period.
-- in: :period_start; out: fields of action_item; order: due, id
SELECT r."action_id" AS "action_item.action_id",
  r."meeting_id" AS "action_item.meeting_id",
  r."item" AS "action_item.item",
  r."owner" AS "action_item.owner",
  r."due_on" AS "action_item.due_on",
  r."status" AS "action_item.status",
  r."done_on" AS "action_item.done_on",
  r.file AS origin_file, r.line AS origin_line
FROM rec_action_item AS r
WHERE r.done_on >= local_date(:period_start) OR r.done_on IS NULL AND r.status IS NOT 'cancelled'
ORDER BY r.due_on, r.action_id
