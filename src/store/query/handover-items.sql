-- handover-items - what a successor must know of this system and its cases (K
-- 表7-1-1).
-- parameters: :until
-- columns: handover_item.item_id, handover_item.kind, handover_item.raised_on,
-- handover_item.title, handover_item.body, handover_item.due_on,
-- handover_item.status, origin_file, origin_line
-- order: kind, item_id
SELECT
	"item_id" AS "handover_item.item_id",
	"kind" AS "handover_item.kind",
	"raised_on" AS "handover_item.raised_on",
	"title" AS "handover_item.title",
	"body" AS "handover_item.body",
	"due_on" AS "handover_item.due_on",
	"status" AS "handover_item.status",
	file AS origin_file,
	line AS origin_line
FROM rec_handover_item
WHERE coalesce(kind, 'case') <> 'question'
	AND coalesce(raised_on, '') <= local_date(:until - 1)
ORDER BY kind, item_id
