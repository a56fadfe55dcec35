-- disposal-gaps - works of the period that lack a report beforehand, a witness,
-- a certificate, the approval to leave a thing in place, or the erasure before
-- a removal.
-- parameters: :period_start, :until
-- columns: disposal.disposal_id, disposal.kind, disposal.asset_id,
-- disposal.date, ~lacks, origin_file, origin_line
-- order: date, disposal_id, what it lacks
WITH gap(place, gap, disposal_id) AS (
	SELECT 1, 'report', disposal_id FROM rec_disposal
	WHERE reported_on IS NULL OR reported_on > date
	UNION ALL
	SELECT 2, 'witness', disposal_id FROM rec_disposal
	WHERE kind = 'erase' AND witness IS NULL
	UNION ALL
	SELECT 3, 'certificate', disposal_id FROM rec_disposal
	WHERE kind = 'erase' AND certificate IS NULL
	UNION ALL
	SELECT 4, 'approval', disposal_id FROM rec_disposal
	WHERE kind = 'leave' AND approved_on IS NULL
	UNION ALL
	SELECT 5, 'erasure', disposal_id FROM rec_disposal AS removal
	WHERE kind = 'remove' AND EXISTS (SELECT 1 FROM rec_asset AS asset
		WHERE asset.asset_id = removal.asset_id
		AND asset.class = 'hardware' AND asset.disk IS NOT NULL)
		AND NOT EXISTS (SELECT 1 FROM rec_disposal AS erasure
		WHERE erasure.kind = 'erase'
		AND erasure.asset_id = removal.asset_id
		AND erasure.date <= removal.date)
)
SELECT
	d.disposal_id AS "disposal.disposal_id",
	d.kind AS "disposal.kind",
	d.asset_id AS "disposal.asset_id",
	d.date AS "disposal.date",
	gap.gap AS "~lacks",
	d.file AS origin_file,
	d.line AS origin_line
FROM gap
JOIN rec_disposal AS d USING (disposal_id)
WHERE d.date BETWEEN local_date(:period_start) AND local_date(:until - 1)
ORDER BY d.date, d.disposal_id, gap.place
