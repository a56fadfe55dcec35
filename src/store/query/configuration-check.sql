-- configuration-check - the ledger against the inventory of the period, by
-- class.
-- parameters: :period_start, :until
-- columns: asset.class, =ledger-count, =checked, =matching, =differs,
-- =not-found, =unchecked
-- order: the first asset of the class
WITH seen AS (
	SELECT *, max(checked_on) FROM rec_inventory
	WHERE checked_on BETWEEN local_date(:period_start)
		AND local_date(:until - 1)
	GROUP BY asset_id
), ledger AS (
	SELECT * FROM rec_asset
	WHERE (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
		AND (started_on IS NULL OR started_on <= local_date(:until - 1))
), compared AS (
	SELECT l.asset_id, l.class,
		coalesce(l.serial <> s.serial, 0)
		OR coalesce(l.version <> s.version, 0)
		OR coalesce(l.quantity <> s.quantity, 0)
		OR coalesce(l.location <> s.location, 0) AS differs
	FROM ledger AS l
	LEFT JOIN seen AS s USING (asset_id)
)
SELECT
	l.class AS "asset.class",
	count(*) AS "=ledger-count",
	count(s.asset_id) AS "=checked",
	count(*) FILTER (WHERE s.found AND NOT differs) AS "=matching",
	count(*) FILTER (WHERE s.found AND differs) AS "=differs",
	count(*) FILTER (WHERE NOT s.found) AS "=not-found",
	count(*) FILTER (WHERE s.asset_id IS NULL) AS "=unchecked"
FROM compared AS l
LEFT JOIN seen AS s USING (asset_id)
GROUP BY l.class
ORDER BY min(l.asset_id)
