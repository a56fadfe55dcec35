-- asset-network - network lines and equipment in use in the period (requirements §4, O-13).
-- parameters: :period_start
-- columns: asset.asset_id, asset.category, asset.name, asset.network_kind,
-- asset.bandwidth, asset.encryption, asset.location, asset.started_on,
-- asset.expires_on, origin_file, origin_line
-- order: asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"network_kind" AS "asset.network_kind",
	"bandwidth" AS "asset.bandwidth",
	"encryption" AS "asset.encryption",
	"location" AS "asset.location",
	"started_on" AS "asset.started_on",
	"expires_on" AS "asset.expires_on",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class = 'network'
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY asset_id
