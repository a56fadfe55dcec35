-- exclusions - approved exclusions that meet the period.
-- parameters: :period_start, :period_end
-- columns: exclusion.exclusion_id, exclusion.indicator, exclusion.target,
-- exclusion.start, exclusion.end, exclusion.reason, exclusion.approved_on,
-- exclusion.approver, origin_file, origin_line
-- order: start, exclusion_id
SELECT
	"exclusion_id" AS "exclusion.exclusion_id",
	"indicator" AS "exclusion.indicator",
	"target" AS "exclusion.target",
	"start" AS "exclusion.start",
	"end" AS "exclusion.end",
	"reason" AS "exclusion.reason",
	"approved_on" AS "exclusion.approved_on",
	"approver" AS "exclusion.approver",
	file AS origin_file,
	line AS origin_line
FROM rec_exclusion
WHERE "start" < :period_end AND "end" > :period_start
ORDER BY "start", exclusion_id
