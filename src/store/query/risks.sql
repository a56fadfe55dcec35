-- risks - risks that are watched, or were reviewed in the period.
-- parameters: :period_start, :until
-- columns: risk.risk_id, risk.raised_on, risk.raised_by, risk.title,
-- risk.cause, risk.effect, risk.probability, risk.impact, risk.response,
-- risk.measure, risk.progress, risk.issue_id, risk.trigger, risk.owner,
-- risk.reviewed_on, risk.status, origin_file, origin_line
-- order: raised_on, risk_id
SELECT
	"risk_id" AS "risk.risk_id",
	"raised_on" AS "risk.raised_on",
	"raised_by" AS "risk.raised_by",
	"title" AS "risk.title",
	"cause" AS "risk.cause",
	"effect" AS "risk.effect",
	"probability" AS "risk.probability",
	"impact" AS "risk.impact",
	"response" AS "risk.response",
	"measure" AS "risk.measure",
	"progress" AS "risk.progress",
	"issue_id" AS "risk.issue_id",
	"trigger" AS "risk.trigger",
	"owner" AS "risk.owner",
	"reviewed_on" AS "risk.reviewed_on",
	"status" AS "risk.status",
	file AS origin_file,
	line AS origin_line
FROM rec_risk
WHERE raised_on <= local_date(:until - 1)
	AND (status <> 'closed' OR reviewed_on >= local_date(:period_start))
ORDER BY raised_on, risk_id
