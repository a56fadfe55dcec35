-- completion-items - what the four viewpoints of table 1-3-1 (K IV 1.3) are
-- judged by: findings of reviews, deliveries, plans, open issues and actions.
-- parameters: :period_start, :until
-- columns: ~viewpoint, ~subject, ~id, ~title, ~lacks, ~state, origin_file,
-- origin_line
-- order: viewpoint, subject, id
WITH today(first, last) AS (
	SELECT local_date(:period_start), local_date(:until - 1)
), checked(place, view, subject, id, title, lacks, file, line) AS (
	SELECT 1, 'requirements', 'review', review_id, document,
		CASE WHEN fixed_on IS NULL AND status IN ('open', 'fixed')
		THEN 'fix' END, file, line
	FROM rec_review, today WHERE reviewed_on BETWEEN first AND last
	UNION ALL
	SELECT 2, 'checks', 'deliverable', deliverable_id, name,
		CASE WHEN accepted_on IS NULL OR accepted_on > last
		THEN 'acceptance' WHEN coalesce(result, '') <> 'pass'
		THEN 'pass' END, file, line
	FROM rec_deliverable, today WHERE delivered_on BETWEEN first AND last
	UNION ALL
	SELECT 3, 'schedule', 'plan_item', plan_id, task,
		CASE WHEN approved_on IS NULL THEN 'approval'
		WHEN (actual_end IS NULL OR actual_end >= :until)
		AND coalesce(status, '') <> 'cancelled' THEN 'done' END,
		file, line
	FROM rec_plan_item
	WHERE coalesce(planned_end, planned_start) >= :period_start
		AND coalesce(planned_end, planned_start) < :until
	UNION ALL
	SELECT 4, 'open', 'issue', issue_id, title,
		CASE WHEN plan IS NULL THEN 'method'
		WHEN due_on IS NULL THEN 'due'
		WHEN due_on < last THEN 'overdue' END, file, line
	FROM rec_issue, today
	WHERE raised_on <= last AND (closed_on > last OR (closed_on IS NULL
		AND status NOT IN ('closed', 'transferred')))
	UNION ALL
	SELECT 4, 'open', 'action_item', action_id, item,
		CASE WHEN owner IS NULL THEN 'method'
		WHEN due_on IS NULL THEN 'due'
		WHEN due_on < last THEN 'overdue' END, a.file, a.line
	FROM rec_action_item AS a
	JOIN rec_meeting AS m USING (meeting_id), today
	WHERE m.held_at < :until AND (done_on > last OR (done_on IS NULL
		AND coalesce(a.status, 'open') = 'open'))
)
SELECT
	view AS "~viewpoint",
	subject AS "~subject",
	id AS "~id",
	title AS "~title",
	lacks AS "~lacks",
	CASE WHEN lacks IS NULL THEN 'good' ELSE 'lacking' END AS "~state",
	file AS origin_file,
	line AS origin_line
FROM checked
ORDER BY place, subject, id
