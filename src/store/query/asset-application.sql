-- asset-application - applications in use in the period (requirements §4, O-13).
-- parameters: :period_start
-- columns: asset.asset_id, asset.category, asset.name, asset.version,
-- asset.purchased_on, asset.updated_on, asset.disposed_on,
-- asset.media_location, origin_file, origin_line
-- order: asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"version" AS "asset.version",
	"purchased_on" AS "asset.purchased_on",
	"updated_on" AS "asset.updated_on",
	"disposed_on" AS "asset.disposed_on",
	"media_location" AS "asset.media_location",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class = 'application'
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY asset_id
