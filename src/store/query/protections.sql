-- protections - what guards the lines: firewalls with the version of their
-- rules, lines and services with their encryption, certificates with their
-- last day.
-- parameters: :period_start
-- columns: asset.asset_id, asset.category, asset.name, asset.encryption,
-- asset.version, asset.expires_on, asset.confirmed_on, asset.confirmed,
-- origin_file, origin_line
-- order: lines and devices, services, certificates, asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"category" AS "asset.category",
	"name" AS "asset.name",
	"encryption" AS "asset.encryption",
	"version" AS "asset.version",
	"expires_on" AS "asset.expires_on",
	"confirmed_on" AS "asset.confirmed_on",
	"confirmed" AS "asset.confirmed",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE class IN ('network', 'service', 'certificate')
	AND (disposed_on IS NULL OR disposed_on >= local_date(:period_start))
ORDER BY class = 'certificate', class = 'service', asset_id
