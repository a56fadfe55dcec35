-- support-ends - assets whose support or validity ends within 12 months of
-- the end of the period, or has ended.
-- parameters: :period_end, :until
-- columns: asset.asset_id, asset.class, asset.name, asset.version,
-- asset.support_until, asset.expires_on, asset.location, asset.renewal,
-- origin_file, origin_line
-- order: the earlier of the two days, asset_id
SELECT
	"asset_id" AS "asset.asset_id",
	"class" AS "asset.class",
	"name" AS "asset.name",
	"version" AS "asset.version",
	"support_until" AS "asset.support_until",
	"expires_on" AS "asset.expires_on",
	"location" AS "asset.location",
	"renewal" AS "asset.renewal",
	file AS origin_file,
	line AS origin_line
FROM rec_asset
WHERE min(coalesce(support_until, expires_on),
	coalesce(expires_on, support_until))
	< date(local_date(:period_end), '+12 months')
	AND (disposed_on IS NULL OR disposed_on > local_date(:until - 1))
ORDER BY min(coalesce(support_until, expires_on),
	coalesce(expires_on, support_until)), asset_id
