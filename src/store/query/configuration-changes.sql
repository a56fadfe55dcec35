-- configuration-changes - assets whose entry was brought up to date in the
-- period.
-- parameters: :period_start, :until
-- columns: asset.asset_id, asset.class, asset.category, asset.name,
-- asset.version, asset.location, asset.updated_on, asset.disposed_on,
-- asset.remarks, origin_file, origin_line
-- order: updated_on, asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"class" AS "asset.class",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"version" AS "asset.version",
	"location" AS "asset.location",
	"updated_on" AS "asset.updated_on",
	"disposed_on" AS "asset.disposed_on",
	"remarks" AS "asset.remarks",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE updated_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY updated_on, asset_id
