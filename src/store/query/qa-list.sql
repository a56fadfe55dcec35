-- Questions and answers that are published at the cut-off (C-20).
-- in: :period_end :as_of; out: fields of qa; order: id
SELECT r."qa_id" AS "qa.qa_id",
  r."category" AS "qa.category",
  r."question" AS "qa.question",
  r."answer" AS "qa.answer",
  r."published_on" AS "qa.published_on",
  r."updated_on" AS "qa.updated_on",
  r."asked" AS "qa.asked",
  r.file AS origin_file, r.line AS origin_line
FROM rec_qa AS r
WHERE r.published_on IS NULL OR r.published_on <= local_date(min(:period_end, :as_of) - 1)
ORDER BY r.qa_id
