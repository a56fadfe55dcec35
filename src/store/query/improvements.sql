-- improvements - improvements proposed or decided in the period, and those
-- still going on.
-- parameters: :period_start, :until
-- columns: improvement.improvement_id, improvement.proposed_on,
-- improvement.title, improvement.background, improvement.effect,
-- improvement.cost, improvement.status, improvement.decided_on,
-- improvement.indicator, origin_file, origin_line
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
	"indicator" AS "improvement.indicator",
	file AS origin_file,
	line AS origin_line
FROM rec_improvement
WHERE proposed_on <= local_date(:until - 1)
	AND (proposed_on >= local_date(:period_start)
	OR decided_on >= local_date(:period_start)
	OR status IN ('proposed', 'adopted'))
ORDER BY proposed_on, improvement_id
