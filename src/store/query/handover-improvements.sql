-- handover-improvements - proposals that are not yet decided on or not yet
-- carried out.
-- parameters: :until
-- columns: improvement.improvement_id, improvement.proposed_on,
-- improvement.title, improvement.background, improvement.effect,
-- improvement.cost, improvement.status, improvement.decided_on, origin_file,
-- origin_line
-- order: proposed_on, improvement_id
SELECT
	"improvement_id" AS "improvement.improvement_id",
	"proposed_on" AS "improvement.proposed_on",
	"title" AS "improvement.title",
	"background" AS "improvement.background",
	"effect" AS "improvement.effect",
	"cost" AS "improvement.cost",
	"status" AS "improvement.status",
	"decided_on" AS "improvement.decided_on",
	file AS origin_file,
	line AS origin_line
FROM rec_improvement
WHERE proposed_on <= local_date(:until - 1)
	AND coalesce(status, 'proposed') IN ('proposed', 'adopted')
ORDER BY proposed_on, improvement_id
