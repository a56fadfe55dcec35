-- disposals - equipment removed or left, data erased in the period (C-39,
-- C-40).
-- parameters: :period_start, :until
-- columns: disposal.disposal_id, disposal.kind, disposal.asset_id, asset.name,
-- asset.serial, disposal.data, disposal.reported_on, disposal.approved_on,
-- disposal.date, disposal.started_at, disposal.finished_at, disposal.place,
-- disposal.method, disposal.operator, disposal.witness, disposal.certificate,
-- origin_file, origin_line
-- order: date, disposal_id
SELECT
	d.disposal_id AS "disposal.disposal_id",
	d.kind AS "disposal.kind",
	d.asset_id AS "disposal.asset_id",
	asset.name AS "asset.name",
	asset.serial AS "asset.serial",
	d.data AS "disposal.data",
	d.reported_on AS "disposal.reported_on",
	d.approved_on AS "disposal.approved_on",
	d.date AS "disposal.date",
	d.started_at AS "disposal.started_at",
	d.finished_at AS "disposal.finished_at",
	d.place AS "disposal.place",
	d.method AS "disposal.method",
	d.operator AS "disposal.operator",
	d.witness AS "disposal.witness",
	d.certificate AS "disposal.certificate",
	d.file AS origin_file,
	d.line AS origin_line
FROM rec_disposal AS d
LEFT JOIN rec_asset AS asset ON asset.asset_id = d.asset_id
WHERE d.date BETWEEN local_date(:period_start) AND local_date(:until - 1)
ORDER BY d.date, d.disposal_id
