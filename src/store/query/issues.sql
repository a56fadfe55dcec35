-- issues - issues that were open or closed in the period.
-- parameters: :period_start, :until
-- columns: issue.issue_id, issue.raised_on, issue.raised_by, issue.title,
-- issue.description, issue.cause, issue.category, issue.priority, issue.owner,
-- issue.due_on, issue.plan, issue.current_risk, issue.ticket_id,
-- issue.progress, issue.status, issue.closed_on, issue.result, origin_file,
-- origin_line
-- order: raised_on, issue_id
SELECT
	"issue_id" AS "issue.issue_id",
	"raised_on" AS "issue.raised_on",
	"raised_by" AS "issue.raised_by",
	"title" AS "issue.title",
	"description" AS "issue.description",
	"cause" AS "issue.cause",
	"category" AS "issue.category",
	"priority" AS "issue.priority",
	"owner" AS "issue.owner",
	"due_on" AS "issue.due_on",
	"plan" AS "issue.plan",
	"current_risk" AS "issue.current_risk",
	"ticket_id" AS "issue.ticket_id",
	"progress" AS "issue.progress",
	"status" AS "issue.status",
	"closed_on" AS "issue.closed_on",
	"result" AS "issue.result",
	file AS origin_file,
	line AS origin_line
FROM rec_issue
WHERE raised_on <= local_date(:until - 1)
	AND (closed_on >= local_date(:period_start)
	OR (closed_on IS NULL AND status NOT IN ('closed', 'transferred')))
ORDER BY raised_on, issue_id
