-- reviews - findings of reviews held in the period, and earlier ones not yet
-- confirmed in it.
-- parameters: :period_start, :until
-- columns: all of review, origin_file, origin_line
-- order: reviewed_on, review_id
SELECT * FROM row_review
WHERE "review.reviewed_on" <= local_date(:until - 1)
	AND ("review.reviewed_on" >= local_date(:period_start)
	OR "review.confirmed_on" >= local_date(:period_start)
	OR ("review.confirmed_on" IS NULL
	AND "review.status" NOT IN ('confirmed', 'rejected')))
ORDER BY "review.reviewed_on", "review.review_id"
