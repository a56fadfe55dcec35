-- Issues that are open at the cut-off or were closed in the period.
-- in: :period_start :period_end :as_of; out: fields of issue; order: raised, id
SELECT r."issue_id" AS "issue.issue_id",
  r."title" AS "issue.title",
  r."category" AS "issue.category",
  r."priority" AS "issue.priority",
  r."owner" AS "issue.owner",
  r."due_on" AS "issue.due_on",
  r."status" AS "issue.status",
  r."plan" AS "issue.plan",
  r."progress" AS "issue.progress",
  r."closed_on" AS "issue.closed_on",
  r.file AS origin_file, r.line AS origin_line
FROM rec_issue AS r
WHERE r.raised_on <= local_date(min(:period_end, :as_of) - 1)
  AND (r.closed_on >= local_date(:period_start) OR r.closed_on IS NULL)
ORDER BY r.raised_on, r.issue_id
