-- Assets that were added, updated or disposed of in the period.
-- in: :period_start :period_end :as_of; out: fields of asset; order: class, id
SELECT r."asset_id" AS "asset.asset_id",
  r."class" AS "asset.class",
  r."name" AS "asset.name",
  r."version" AS "asset.version",
  r."location" AS "asset.location",
  r."started_on" AS "asset.started_on",
  r."updated_on" AS "asset.updated_on",
  r."disposed_on" AS "asset.disposed_on",
  r."remarks" AS "asset.remarks",
  r.file AS origin_file, r.line AS origin_line
FROM rec_asset AS r
WHERE r.started_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
  OR r.updated_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
  OR r.disposed_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY r.class, r.asset_id
