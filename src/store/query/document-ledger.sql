-- document-ledger - documents that are known at the end of the period.
-- parameters: :until
-- columns: all of document, origin_file, origin_line
-- order: kind, document_id
SELECT * FROM row_document
WHERE "document.revised_on" <= local_date(:until - 1)
ORDER BY "document.kind", "document.document_id"
