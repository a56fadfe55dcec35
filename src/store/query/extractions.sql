-- extractions - extractions of data so far (C-38).
-- parameters: :until
-- columns: extraction.extraction_id, extraction.date, extraction.dataset,
-- extraction.rows, extraction.bytes, extraction.format, extraction.sha256,
-- extraction.verified_by, origin_file, origin_line
-- order: date, extraction_id
SELECT
	"extraction_id" AS "extraction.extraction_id",
	"date" AS "extraction.date",
	"dataset" AS "extraction.dataset",
	"rows" AS "extraction.rows",
	"bytes" AS "extraction.bytes",
	"format" AS "extraction.format",
	"sha256" AS "extraction.sha256",
	"verified_by" AS "extraction.verified_by",
	file AS origin_file,
	line AS origin_line
FROM rec_extraction
WHERE date <= local_date(:until - 1)
ORDER BY date, extraction_id
