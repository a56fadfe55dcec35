-- asset-hardware - hardware in use in the period (requirements §4, O-13).
-- parameters: :period_start
-- columns: asset.asset_id, asset.category, asset.name, asset.maker,
-- asset.model, asset.serial, asset.quantity, asset.purchased_on,
-- asset.disposed_on, asset.location, asset.os, asset.version, asset.memory,
-- asset.disk, asset.support_until, origin_file, origin_line
-- order: asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"maker" AS "asset.maker",
	"model" AS "asset.model",
	"serial" AS "asset.serial",
	"quantity" AS "asset.quantity",
	"purchased_on" AS "asset.purchased_on",
	"disposed_on" AS "asset.disposed_on",
	"location" AS "asset.location",
	"os" AS "asset.os",
	"version" AS "asset.version",
	"memory" AS "asset.memory",
	"disk" AS "asset.disk",
	"support_until" AS "asset.support_until",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class = 'hardware'
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY asset_id
