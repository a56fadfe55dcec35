-- Findings of reviews of the period, and those still open.
-- in: :period_start :period_end :as_of; out: fields of review; order: reviewed, id
SELECT r."review_id" AS "review.review_id",
  r."document" AS "review.document",
  r."version" AS "review.version",
  r."reviewed_on" AS "review.reviewed_on",
  r."place" AS "review.place",
  r."comment" AS "review.comment",
  r."kind" AS "review.kind",
  r."answer" AS "review.answer",
  r."status" AS "review.status",
  r.file AS origin_file, r.line AS origin_line
FROM rec_review AS r
WHERE r.reviewed_on <= local_date(min(:period_end, :as_of) - 1)
  AND (r.reviewed_on >= local_date(:period_start) OR r.status = 'open')
ORDER BY r.reviewed_on, r.review_id
