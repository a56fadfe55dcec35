-- support-ended - assets in use whose support or validity has ended, and what
-- is decided about them.
-- parameters: :period_start, :until
-- columns: asset.asset_id, asset.class, asset.name, asset.version,
-- asset.support_until, asset.expires_on, inventory.policy, origin_file,
-- origin_line
-- order: asset_id
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
	l.version AS "asset.version",
	l.support_until AS "asset.support_until",
	l.expires_on AS "asset.expires_on",
	s.policy AS "inventory.policy",
	l.file AS origin_file,
	l.line AS origin_line
FROM ledger AS l
LEFT JOIN seen AS s USING (asset_id)
WHERE min(coalesce(l.support_until, l.expires_on),
	coalesce(l.expires_on, l.support_until)) <= local_date(:until - 1)
ORDER BY l.asset_id
