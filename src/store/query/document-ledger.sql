-- document-ledger - documents that are known at the end of the period.
-- parameters: :until
-- columns: document.document_id, document.name, document.kind,
-- document.version, document.revised_on, document.reason, document.location,
-- document.owner, document.approver, origin_file, origin_line
-- order: kind, document_id
SELECT
	"document_id" AS "document.document_id",
	"name" AS "document.name",
	"kind" AS "document.kind",
	"version" AS "document.version",
	"revised_on" AS "document.revised_on",
	"reason" AS "document.reason",
	"location" AS "document.location",
	"owner" AS "document.owner",
	"approver" AS "document.approver",
	file AS origin_file,
	line AS origin_line
FROM rec_document
WHERE revised_on <= local_date(:until - 1)
ORDER BY kind, document_id
