-- asset-software - software products in use in the period (requirements §4, O-13).
-- parameters: :period_start
-- columns: asset.asset_id, asset.category, asset.name, asset.maker,
-- asset.version, asset.quantity, asset.purchased_on, asset.disposed_on,
-- asset.licence_kind, asset.licences_held, asset.licences_used,
-- asset.media_location, asset.support_until, origin_file, origin_line
-- order: asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"maker" AS "asset.maker",
	"version" AS "asset.version",
	"quantity" AS "asset.quantity",
	"purchased_on" AS "asset.purchased_on",
	"disposed_on" AS "asset.disposed_on",
	"licence_kind" AS "asset.licence_kind",
	"licences_held" AS "asset.licences_held",
	"licences_used" AS "asset.licences_used",
	"media_location" AS "asset.media_location",
	"support_until" AS "asset.support_until",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class = 'software'
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY asset_id
