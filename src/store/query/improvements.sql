-- improvements - improvements proposed or decided in the period, and those
-- still going on.
-- parameters: :period_start, :until
-- columns: all of improvement, origin_file, origin_line
-- order: proposed_on, improvement_id
SELECT * FROM row_improvement
WHERE "improvement.proposed_on" <= local_date(:until - 1)
	AND ("improvement.proposed_on" >= local_date(:period_start)
	OR "improvement.decided_on" >= local_date(:period_start)
	OR "improvement.status" IN ('proposed', 'adopted'))
ORDER BY "improvement.proposed_on", "improvement.improvement_id"
