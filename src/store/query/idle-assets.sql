-- idle-assets - assets that were last used more than six months before the
-- inventory of the period.
-- parameters: :period_start, :until
-- columns: asset.asset_id, asset.class, asset.name, inventory.location,
-- inventory.user, inventory.last_used_on, =days, inventory.policy, origin_file,
-- origin_line
-- order: last_used_on, asset_id
WITH seen AS (
	SELECT *, max(checked_on) FROM rec_inventory
	WHERE checked_on BETWEEN local_date(:period_start)
		AND local_date(:until - 1)
	GROUP BY asset_id
), ledger AS (
	SELECT * FROM rec_asset
	WHERE (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
		AND (started_on IS NULL OR started_on <= local_date(:until - 1))
)
SELECT
	l.asset_id AS "asset.asset_id",
	l.class AS "asset.class",
	l.name AS "asset.name",
	s.location AS "inventory.location",
	s.user AS "inventory.user",
	s.last_used_on AS "inventory.last_used_on",
	CAST(julianday(s.checked_on) - julianday(s.last_used_on)
		AS INTEGER) AS "=days",
	s.policy AS "inventory.policy",
	s.file AS origin_file,
	s.line AS origin_line
FROM ledger AS l
JOIN seen AS s USING (asset_id)
WHERE s.last_used_on < date(s.checked_on, '-6 months')
ORDER BY s.last_used_on, l.asset_id
