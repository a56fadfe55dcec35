-- change-gaps - changes carried out in the period without an approval before
-- them, or without a document brought up to date.
-- parameters: :period_start, :until
-- columns: change.change_id, change.title, change.approved_on,
-- change.implemented_at, change.documents, ~gap, origin_file, origin_line
-- order: implemented_at, change_id
SELECT
	"change_id" AS "change.change_id",
	"title" AS "change.title",
	"approved_on" AS "change.approved_on",
	"implemented_at" AS "change.implemented_at",
	"documents" AS "change.documents",
	CASE WHEN approved_on IS NOT NULL
		AND approved_on <= local_date(implemented_at)
		THEN 'documents'
	WHEN documents IS NOT NULL THEN 'approval'
	ELSE 'both' END AS "~gap",
	file AS origin_file,
	line AS origin_line
FROM rec_change
WHERE implemented_at >= :period_start AND implemented_at < :until
	AND (documents IS NULL OR approved_on IS NULL
	OR approved_on > local_date(implemented_at))
ORDER BY implemented_at, change_id
