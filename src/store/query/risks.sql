-- risks - risks that are watched, or were reviewed in the period.
-- parameters: :period_start, :until
-- columns: all of risk, origin_file, origin_line
-- order: raised_on, risk_id
SELECT * FROM row_risk
WHERE "risk.raised_on" <= local_date(:until - 1)
	AND ("risk.status" <> 'closed'
	OR "risk.reviewed_on" >= local_date(:period_start))
ORDER BY "risk.raised_on", "risk.risk_id"
