-- improvement-rate - proposals made by the end of the period, by what became
-- of them, and the share of those decided that were taken up.
-- parameters: :until
-- columns: ~proposal, =count, =decided, =adopted, =adoption-rate
-- order: kind
WITH proposal AS (
	SELECT CASE WHEN indicator IS NULL THEN 'free' ELSE 'indicator' END
		AS kind,
		settled AND status <> 'proposed' AS decided,
		settled AND status IN ('adopted', 'done') AS adopted
	FROM (SELECT *, coalesce(decided_on, proposed_on)
		<= local_date(:until - 1) AS settled FROM rec_improvement)
	WHERE proposed_on <= local_date(:until - 1)
)
SELECT
	kind AS "~proposal",
	count(*) AS "=count",
	sum(decided) AS "=decided",
	sum(adopted) AS "=adopted",
	CASE WHEN sum(decided) > 0 THEN
		printf('%d.%02d', sum(adopted) * 100 / sum(decided),
		sum(adopted) * 10000 / sum(decided) % 100) END AS "=adoption-rate"
FROM proposal
GROUP BY kind
ORDER BY kind
