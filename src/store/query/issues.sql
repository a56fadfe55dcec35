-- issues - issues that were open or closed in the period.
-- parameters: :period_start, :until
-- columns: all of issue, origin_file, origin_line
-- order: raised_on, issue_id
SELECT * FROM row_issue
WHERE "issue.raised_on" <= local_date(:until - 1)
	AND ("issue.closed_on" >= local_date(:period_start)
	OR ("issue.closed_on" IS NULL AND "issue.status" NOT IN ('closed',
	'transferred')))
ORDER BY "issue.raised_on", "issue.issue_id"
