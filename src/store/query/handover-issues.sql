-- handover-issues - issues that a successor takes over: open at the end of the
-- period.
-- parameters: :until
-- columns: issue.issue_id, issue.raised_on, issue.title, issue.description,
-- issue.category, issue.priority, issue.owner, issue.due_on, issue.plan,
-- issue.current_risk, issue.progress, issue.status, origin_file, origin_line
-- order: raised_on, issue_id
SELECT
	"issue_id" AS "issue.issue_id",
	"raised_on" AS "issue.raised_on",
	"title" AS "issue.title",
	"description" AS "issue.description",
	"category" AS "issue.category",
	"priority" AS "issue.priority",
	"owner" AS "issue.owner",
	"due_on" AS "issue.due_on",
	"plan" AS "issue.plan",
	"current_risk" AS "issue.current_risk",
	"progress" AS "issue.progress",
	"status" AS "issue.status",
	file AS origin_file,
	line AS origin_line
FROM rec_issue
WHERE raised_on <= local_date(:until - 1)
	AND (closed_on > local_date(:until - 1)
	OR (closed_on IS NULL AND status NOT IN ('closed', 'transferred')))
ORDER BY raised_on, issue_id
