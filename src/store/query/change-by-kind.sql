-- change-by-kind - changes carried out in the period by kind and result.
-- parameters: :period_start, :until
-- columns: change.kind, change.result, =count
-- order: kind, result
SELECT
	"kind" AS "change.kind",
	"result" AS "change.result",
	count(*) AS "=count"
FROM rec_change
WHERE implemented_at >= :period_start AND implemented_at < :until
GROUP BY kind, result
ORDER BY kind, result
