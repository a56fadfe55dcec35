-- Documents revised in the period.
-- in: :period_start :period_end :as_of; out: fields of document; order: id
SELECT r."document_id" AS "document.document_id",
  r."name" AS "document.name",
  r."kind" AS "document.kind",
  r."version" AS "document.version",
  r."revised_on" AS "document.revised_on",
  r."reason" AS "document.reason",
  r."location" AS "document.location",
  r.file AS origin_file, r.line AS origin_line
FROM rec_document AS r
WHERE r.revised_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY r.document_id
