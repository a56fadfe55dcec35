-- risk-matrix - risks that are watched at the end of the period, by
-- probability and impact.
-- parameters: :until
-- columns: risk.probability, =impact-low, =impact-medium, =impact-high
-- order: high, medium, low, none
SELECT
	probability AS "risk.probability",
	count(*) FILTER (WHERE impact = 'low') AS "=impact-low",
	count(*) FILTER (WHERE impact = 'medium') AS "=impact-medium",
	count(*) FILTER (WHERE impact = 'high') AS "=impact-high"
FROM rec_risk
WHERE raised_on <= local_date(:until - 1) AND status <> 'closed'
GROUP BY probability
ORDER BY CASE probability WHEN 'high' THEN 1 WHEN 'medium' THEN 2
	WHEN 'low' THEN 3 ELSE 4 END
