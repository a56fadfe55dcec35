-- licences - licences held, used and left.
-- parameters: :until
-- columns: asset.asset_id, asset.name, asset.maker, asset.version,
-- asset.licence_kind, asset.licence_basis, asset.licences_held,
-- asset.licences_used, =left, asset.expires_on, origin_file, origin_line
-- order: name, asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"name" AS "asset.name",
	"maker" AS "asset.maker",
	"version" AS "asset.version",
	"licence_kind" AS "asset.licence_kind",
	"licence_basis" AS "asset.licence_basis",
	"licences_held" AS "asset.licences_held",
	"licences_used" AS "asset.licences_used",
	licences_held - coalesce(licences_used, 0) AS "=left",
	"expires_on" AS "asset.expires_on",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE licences_held IS NOT NULL
	AND (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
ORDER BY name, asset_id
