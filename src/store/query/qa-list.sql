-- qa-list - questions and answers published by the end of the period.
-- parameters: :until
-- columns: qa.qa_id, qa.category, qa.question, qa.answer, qa.published_on,
-- qa.updated_on, qa.asked, origin_file, origin_line
-- order: category, qa_id
SELECT
	"qa_id" AS "qa.qa_id",
	"category" AS "qa.category",
	"question" AS "qa.question",
	"answer" AS "qa.answer",
	"published_on" AS "qa.published_on",
	"updated_on" AS "qa.updated_on",
	"asked" AS "qa.asked",
	file AS origin_file,
	line AS origin_line
FROM rec_qa
WHERE published_on IS NULL OR published_on <= local_date(:until - 1)
ORDER BY category, qa_id
