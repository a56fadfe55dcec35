-- handover-improvements - proposals that are not yet decided on or not yet
-- carried out.
-- parameters: :until
-- columns: all of improvement, origin_file, origin_line
-- order: proposed_on, improvement_id
SELECT * FROM row_improvement
WHERE "improvement.proposed_on" <= local_date(:until - 1)
	AND coalesce("improvement.status", 'proposed') IN ('proposed',
	'adopted')
ORDER BY "improvement.proposed_on", "improvement.improvement_id"
