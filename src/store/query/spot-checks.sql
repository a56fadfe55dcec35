-- spot-checks - first runs of the period and checks made in it: what was taken
-- out of how many, and whether it was right (K-IV-2.4-04).
-- parameters: :period_start, :until
-- columns: all of spot_check, origin_file, origin_line
-- order: first_run_at, check_id
SELECT * FROM row_spot_check
WHERE ("spot_check.first_run_at" >= :period_start
	AND "spot_check.first_run_at" < :until)
	OR "spot_check.checked_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY "spot_check.first_run_at", "spot_check.check_id"
