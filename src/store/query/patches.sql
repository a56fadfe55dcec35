-- Patches published or applied in the period, and those not yet applied.
-- in: :period_start :period_end :as_of; out: fields of patch; order: published, id
SELECT r."patch_id" AS "patch.patch_id",
  r."target" AS "patch.target",
  r."name" AS "patch.name",
  r."published_on" AS "patch.published_on",
  r."severity" AS "patch.severity",
  r."decided" AS "patch.decided",
  r."tested_on" AS "patch.tested_on",
  r."applied_on" AS "patch.applied_on",
  r."reason" AS "patch.reason",
  r.file AS origin_file, r.line AS origin_line
FROM rec_patch AS r
WHERE r.published_on <= local_date(min(:period_end, :as_of) - 1)
  AND (r.published_on >= local_date(:period_start) OR r.applied_on >= local_date(:period_start)
    OR r.applied_on IS NULL AND r.decided IS NOT 'reject')
ORDER BY r.published_on, r.patch_id
