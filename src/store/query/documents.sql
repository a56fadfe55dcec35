-- documents - documents revised in the period.
-- parameters: :period_start, :until
-- columns: all of document, origin_file, origin_line
-- order: revised_on, document_id
SELECT * FROM row_document
WHERE "document.revised_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY "document.revised_on", "document.document_id"
