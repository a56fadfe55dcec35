-- Assets whose support or validity ends within twelve months of the period.
-- in: :period_end; out: fields of asset, the earlier end; order: end, id
SELECT r.asset_id AS "asset.asset_id", r.class AS "asset.class",
  r.name AS "asset.name", r.version AS "asset.version",
  r.support_until AS "asset.support_until",
  r.expires_on AS "asset.expires_on", r.remarks AS "asset.remarks",
  r.file AS origin_file, r.line AS origin_line
FROM rec_asset AS r
WHERE r.disposed_on IS NULL
  AND min(coalesce(r.support_until, '9999'), coalesce(r.expires_on, '9999'))
    < date(local_date(:period_end), '+12 months')
ORDER BY min(coalesce(r.support_until, '9999'),
  coalesce(r.expires_on, '9999')), r.asset_id
