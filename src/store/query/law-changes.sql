-- law-changes - changes that a law or ordinance asks for: in force in the period
-- or later, or not yet carried out (K-IV-1.5-03).
-- parameters: :period_start, :until
-- columns: change.change_id, change.title, change.reason, change.requester,
-- change.effective_on, change.planned_at, change.approved_on,
-- change.implemented_at, change.result, origin_file, origin_line
-- order: effective_on, change_id
SELECT
	"change_id" AS "change.change_id",
	"title" AS "change.title",
	"reason" AS "change.reason",
	"requester" AS "change.requester",
	"effective_on" AS "change.effective_on",
	"planned_at" AS "change.planned_at",
	"approved_on" AS "change.approved_on",
	"implemented_at" AS "change.implemented_at",
	"result" AS "change.result",
	file AS origin_file,
	line AS origin_line
FROM rec_change
WHERE effective_on IS NOT NULL AND requested_on <= local_date(:until - 1)
	AND (effective_on >= local_date(:period_start)
	OR implemented_at IS NULL)
ORDER BY effective_on, change_id
