-- configuration-differences - where the inventory of the period and the ledger
-- differ: things missing, differing fields, things that the ledger does not
-- list (K IV 4.1).
-- parameters: :period_start, :until
-- columns: inventory.asset_id, asset.name, ~differing, ~in-ledger, ~in-place,
-- inventory.checked_on, inventory.correction, inventory.due_on,
-- inventory.corrected_on, inventory.prevention, origin_file, origin_line
-- order: asset_id, the field
WITH seen AS (
	SELECT *, max(checked_on) FROM rec_inventory
	WHERE checked_on BETWEEN local_date(:period_start)
		AND local_date(:until - 1)
	GROUP BY asset_id
), ledger AS (
	SELECT * FROM rec_asset
	WHERE (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
		AND (started_on IS NULL OR started_on <= local_date(:until - 1))
), difference(place, asset_id, field, ledger, found) AS (
	SELECT 1, asset_id, 'missing', l.location, NULL
	FROM ledger AS l JOIN seen AS s USING (asset_id) WHERE NOT s.found
	UNION ALL
	SELECT 2, asset_id, 'serial', l.serial, s.serial
	FROM ledger AS l JOIN seen AS s USING (asset_id)
	WHERE s.found AND l.serial <> s.serial
	UNION ALL
	SELECT 3, asset_id, 'version', l.version, s.version
	FROM ledger AS l JOIN seen AS s USING (asset_id)
	WHERE s.found AND l.version <> s.version
	UNION ALL
	SELECT 4, asset_id, 'quantity', l.quantity, s.quantity
	FROM ledger AS l JOIN seen AS s USING (asset_id)
	WHERE s.found AND l.quantity <> s.quantity
	UNION ALL
	SELECT 5, asset_id, 'location', l.location, s.location
	FROM ledger AS l JOIN seen AS s USING (asset_id)
	WHERE s.found AND l.location <> s.location
	UNION ALL
	SELECT 6, asset_id, 'unlisted', NULL, s.location
	FROM seen AS s
	WHERE s.found AND asset_id NOT IN (SELECT asset_id FROM ledger)
)
SELECT
	asset_id AS "inventory.asset_id",
	coalesce(l.name, s.name) AS "asset.name",
	d.field AS "~differing",
	d.ledger AS "~in-ledger",
	d.found AS "~in-place",
	s.checked_on AS "inventory.checked_on",
	s.correction AS "inventory.correction",
	s.due_on AS "inventory.due_on",
	s.corrected_on AS "inventory.corrected_on",
	s.prevention AS "inventory.prevention",
	s.file AS origin_file,
	s.line AS origin_line
FROM difference AS d
JOIN seen AS s USING (asset_id)
LEFT JOIN ledger AS l USING (asset_id)
ORDER BY asset_id, d.place
