-- change-by-kind - changes carried out in the period by kind and result, with
-- their hours; the contract's kinds also where there was none.
-- parameters: :period_start, :until, :categories
-- columns: change.kind, change.result, =count, =hours
-- order: as the contract names them, kind, result
WITH agreed AS (
	SELECT "key" AS place, value ->> 1 AS kind
	FROM json_each(:categories)
	WHERE value ->> 0 = 'change'
), done AS (
	SELECT kind, result, hours FROM rec_change
	WHERE implemented_at >= :period_start AND implemented_at < :until
), told AS (
	SELECT kind, result, hours, 1 AS one FROM done
	UNION ALL
	SELECT kind, NULL, NULL, 0 FROM agreed
	WHERE kind NOT IN (SELECT kind FROM done WHERE kind IS NOT NULL)
)
SELECT
	told.kind AS "change.kind",
	result AS "change.result",
	sum(one) AS "=count",
	decimal_sum(hours) AS "=hours"
FROM told
LEFT JOIN agreed USING (kind)
GROUP BY told.kind, result
ORDER BY place IS NULL, place, told.kind, result
