-- licence-overuse - licences of which more are used or found installed than are
-- held.
-- parameters: :period_start, :until
-- columns: asset.asset_id, asset.name, asset.maker, asset.licence_kind,
-- asset.licences_held, asset.licences_used, inventory.installed, =over,
-- inventory.correction, inventory.due_on, inventory.corrected_on, origin_file,
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
	l.name AS "asset.name",
	l.maker AS "asset.maker",
	l.licence_kind AS "asset.licence_kind",
	l.licences_held AS "asset.licences_held",
	l.licences_used AS "asset.licences_used",
	s.installed AS "inventory.installed",
	max(coalesce(l.licences_used, 0), coalesce(s.installed, 0))
		- l.licences_held AS "=over",
	s.correction AS "inventory.correction",
	s.due_on AS "inventory.due_on",
	s.corrected_on AS "inventory.corrected_on",
	l.file AS origin_file,
	l.line AS origin_line
FROM ledger AS l
LEFT JOIN seen AS s USING (asset_id)
WHERE max(coalesce(l.licences_used, 0), coalesce(s.installed, 0))
	> l.licences_held
ORDER BY l.asset_id
