-- qa-list - questions and answers published by the end of the period.
-- parameters: :until
-- columns: all of qa, origin_file, origin_line
-- order: category, qa_id
SELECT * FROM row_qa
WHERE "qa.published_on" IS NULL OR "qa.published_on" <= local_date(:until - 1)
ORDER BY "qa.category", "qa.qa_id"
