-- asset-other - certificates and other assets in use in the period
-- (requirements §4, O-13).
-- parameters: :period_start
-- columns: asset.asset_id, asset.class, asset.category, asset.name,
-- asset.version, asset.location, asset.started_on, asset.expires_on,
-- asset.disposed_on, asset.remarks, origin_file, origin_line
-- order: class, asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"class" AS "asset.class",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"version" AS "asset.version",
	"location" AS "asset.location",
	"started_on" AS "asset.started_on",
	"expires_on" AS "asset.expires_on",
	"disposed_on" AS "asset.disposed_on",
	"remarks" AS "asset.remarks",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class IN ('certificate', 'document')
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY class, asset_id
