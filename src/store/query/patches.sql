-- patches - patches that were published, tested or applied in the period, or
-- wait to be applied.
-- parameters: :period_start, :until
-- columns: patch.patch_id, patch.target, patch.name, patch.published_on,
-- patch.severity, patch.decided, patch.reason, patch.tested_on,
-- patch.applied_on, patch.applied_by, origin_file, origin_line
-- order: published_on, patch_id
SELECT
	"patch_id" AS "patch.patch_id",
	"target" AS "patch.target",
	"name" AS "patch.name",
	"published_on" AS "patch.published_on",
	"severity" AS "patch.severity",
	"decided" AS "patch.decided",
	"reason" AS "patch.reason",
	"tested_on" AS "patch.tested_on",
	"applied_on" AS "patch.applied_on",
	"applied_by" AS "patch.applied_by",
	file AS origin_file,
	line AS origin_line
FROM rec_patch
WHERE coalesce(published_on, tested_on, applied_on, '') <= local_date(:until - 1)
	AND ((published_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR tested_on >= local_date(:period_start)
	OR applied_on >= local_date(:period_start)
	OR (applied_on IS NULL AND coalesce(decided, '') <> 'reject'))
ORDER BY published_on, patch_id
