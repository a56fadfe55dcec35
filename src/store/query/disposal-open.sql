-- disposal-open - hardware in use for which neither a removal nor the leave to
-- stay is recorded.
-- parameters: :until
-- columns: asset.asset_id, asset.category, asset.name, asset.serial,
-- asset.quantity, asset.location, asset.owner, asset.remarks, origin_file,
-- origin_line
-- order: asset_id
SELECT
	asset.asset_id AS "asset.asset_id",
	asset.category AS "asset.category",
	asset.name AS "asset.name",
	asset.serial AS "asset.serial",
	asset.quantity AS "asset.quantity",
	asset.location AS "asset.location",
	asset.owner AS "asset.owner",
	asset.remarks AS "asset.remarks",
	file AS origin_file,
	line AS origin_line
FROM rec_asset AS asset
WHERE class = 'hardware'
	AND (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
	AND NOT EXISTS (SELECT 1 FROM rec_disposal AS d
	WHERE d.asset_id = asset.asset_id AND d.kind IN ('remove', 'leave')
	AND d.date <= local_date(:until - 1))
ORDER BY asset_id
