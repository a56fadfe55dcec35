-- monthly-work - work done in each of the 12 months up to the period: count
-- and hours.
-- parameters: :period_end, :until
-- columns: ~month, =count, =hours
-- order: month
WITH RECURSIVE month (month, first) AS (
	SELECT strftime('%Y-%m', day), day
	FROM (SELECT date(local_date(:period_end - 1), 'start of month',
		'-11 months') AS day)
	UNION ALL
	SELECT strftime('%Y-%m', first, '+1 month'), date(first, '+1 month')
	FROM month
	WHERE first < date(local_date(:period_end - 1), 'start of month')
)
SELECT
	month AS "~month",
	count(work_id) AS "=count",
	decimal_sum(hours) AS "=hours"
FROM month
LEFT JOIN work_state ON local_month(ended_at) = month
	AND ended_at < :until
GROUP BY month
ORDER BY month
