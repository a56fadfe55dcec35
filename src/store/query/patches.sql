-- patches - patches that were published, tested or applied in the period, or
-- wait to be applied.
-- parameters: :period_start, :until
-- columns: all of patch, origin_file, origin_line
-- order: published_on, patch_id
SELECT * FROM row_patch
WHERE coalesce("patch.published_on", "patch.tested_on", "patch.applied_on",
	'') <= local_date(:until - 1)
	AND (("patch.published_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR "patch.tested_on" >= local_date(:period_start)
	OR "patch.applied_on" >= local_date(:period_start)
	OR ("patch.applied_on" IS NULL AND coalesce("patch.decided",
	'') <> 'reject'))
ORDER BY "patch.published_on", "patch.patch_id"
