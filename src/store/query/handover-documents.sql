-- handover-documents - documents to be handed over (引継ぎ資料一覧). One is behind
-- when a change that names it came after its last revision, old a year after
-- that.
-- parameters: :until
-- columns: document.handover, document.document_id, document.name,
-- document.version, document.revised_on, document.medium, document.location,
-- document.handover_on, document.handover_method, document.received_on,
-- document.question_id, ~state, origin_file, origin_line
-- order: handover, document_id
WITH document AS (
	SELECT *, EXISTS (SELECT 1 FROM rec_change AS c
		WHERE instr(c.documents, d.name) > 0 AND c.implemented_at < :until
		AND local_date(c.implemented_at) > d.revised_on) AS behind
	FROM rec_document AS d
	WHERE handover IS NOT NULL AND revised_on <= local_date(:until - 1)
)
SELECT
	"handover" AS "document.handover",
	"document_id" AS "document.document_id",
	"name" AS "document.name",
	"version" AS "document.version",
	"revised_on" AS "document.revised_on",
	"medium" AS "document.medium",
	"location" AS "document.location",
	"handover_on" AS "document.handover_on",
	"handover_method" AS "document.handover_method",
	"received_on" AS "document.received_on",
	"question_id" AS "document.question_id",
	CASE WHEN behind THEN 'behind'
		WHEN revised_on < date(local_date(:until - 1), '-1 year')
		THEN 'old' ELSE 'fresh' END AS "~state",
	file AS origin_file,
	line AS origin_line
FROM document
ORDER BY handover, document_id
