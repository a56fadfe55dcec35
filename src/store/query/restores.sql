-- restores - restores that were asked for in the period.
-- parameters: :period_start, :until
-- columns: restore.restore_id, restore.target, restore.purpose,
-- restore.requested_at, restore.started_at, restore.finished_at,
-- restore.result, restore.source_generation, origin_file, origin_line
-- order: requested_at, restore_id
SELECT
	"restore_id" AS "restore.restore_id",
	"target" AS "restore.target",
	"purpose" AS "restore.purpose",
	"requested_at" AS "restore.requested_at",
	"started_at" AS "restore.started_at",
	"finished_at" AS "restore.finished_at",
	"result" AS "restore.result",
	"source_generation" AS "restore.source_generation",
	file AS origin_file,
	line AS origin_line
FROM rec_restore
WHERE requested_at >= :period_start AND requested_at < :until
ORDER BY requested_at, restore_id
