-- reviews - findings of reviews held in the period, and earlier ones not yet
-- confirmed in it.
-- parameters: :period_start, :until
-- columns: review.review_id, review.document, review.version,
-- review.reviewed_on, review.reviewer, review.place, review.comment,
-- review.kind, review.answer, review.fixed_on, review.fixed_by,
-- review.confirmed_on, review.confirmed_by, review.status, origin_file,
-- origin_line
-- order: reviewed_on, review_id
SELECT
	"review_id" AS "review.review_id",
	"document" AS "review.document",
	"version" AS "review.version",
	"reviewed_on" AS "review.reviewed_on",
	"reviewer" AS "review.reviewer",
	"place" AS "review.place",
	"comment" AS "review.comment",
	"kind" AS "review.kind",
	"answer" AS "review.answer",
	"fixed_on" AS "review.fixed_on",
	"fixed_by" AS "review.fixed_by",
	"confirmed_on" AS "review.confirmed_on",
	"confirmed_by" AS "review.confirmed_by",
	"status" AS "review.status",
	file AS origin_file,
	line AS origin_line
FROM rec_review
WHERE reviewed_on <= local_date(:until - 1)
	AND (reviewed_on >= local_date(:period_start)
	OR confirmed_on >= local_date(:period_start)
	OR (confirmed_on IS NULL AND status NOT IN ('confirmed', 'rejected')))
ORDER BY reviewed_on, review_id
