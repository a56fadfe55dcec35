-- handover-questions - questions of the successor and their answers (C-38, K
-- 7.1).
-- parameters: :until
-- columns: handover_item.item_id, handover_item.raised_on, handover_item.title,
-- handover_item.body, handover_item.due_on, handover_item.answer,
-- handover_item.answered_on, handover_item.status, origin_file, origin_line
-- order: raised_on, item_id
SELECT
	"item_id" AS "handover_item.item_id",
	"raised_on" AS "handover_item.raised_on",
	"title" AS "handover_item.title",
	"body" AS "handover_item.body",
	"due_on" AS "handover_item.due_on",
	"answer" AS "handover_item.answer",
	"answered_on" AS "handover_item.answered_on",
	"status" AS "handover_item.status",
	file AS origin_file,
	line AS origin_line
FROM rec_handover_item
WHERE kind = 'question' AND coalesce(raised_on, '') <= local_date(:until - 1)
ORDER BY raised_on, item_id
