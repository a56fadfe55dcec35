-- handover-risks - risks that a successor takes over: not closed.
-- parameters: :until
-- columns: all of risk, origin_file, origin_line
-- order: raised_on, risk_id
SELECT * FROM row_risk
WHERE "risk.raised_on" <= local_date(:until - 1) AND "risk.status" <> 'closed'
ORDER BY "risk.raised_on", "risk.risk_id"
