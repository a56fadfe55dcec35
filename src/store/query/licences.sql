-- Licences held, used and left.
-- in: nothing; out: fields of asset, left; order: id
SELECT r.asset_id AS "asset.asset_id", r.name AS "asset.name",
  r.licence_kind AS "asset.licence_kind",
  r.licences_held AS "asset.licences_held",
  r.licences_used AS "asset.licences_used",
  r.licences_held - r.licences_used AS "=licences-left",
  r.file AS origin_file, r.line AS origin_line
FROM rec_asset AS r
WHERE r.licences_held IS NOT NULL AND r.disposed_on IS NULL
ORDER BY r.asset_id
