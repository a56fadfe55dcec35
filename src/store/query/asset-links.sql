-- asset-links - which asset runs on, hangs on or stands in which.
-- parameters: none
-- columns: asset_link.from_id, ~from-name, asset_link.relation,
-- asset_link.to_id, ~to-name, origin_file, origin_line
-- order: from_id, relation, to_id
SELECT
	link.from_id AS "asset_link.from_id",
	one.name AS "~from-name",
	link.relation AS "asset_link.relation",
	link.to_id AS "asset_link.to_id",
	other.name AS "~to-name",
	link.file AS origin_file,
	link.line AS origin_line
FROM rec_asset_link AS link
LEFT JOIN rec_asset AS one ON one.asset_id = link.from_id
LEFT JOIN rec_asset AS other ON other.asset_id = link.to_id
ORDER BY link.from_id, link.relation, link.to_id
