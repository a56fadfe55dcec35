-- training - training and drills held in the period.
-- parameters: :period_start, :until
-- columns: training.training_id, training.kind, training.name,
-- training.held_on, training.target, training.invited, training.attended,
-- =attendance-rate, training.result, origin_file, origin_line
-- order: held_on, training_id
SELECT
	"training_id" AS "training.training_id",
	"kind" AS "training.kind",
	"name" AS "training.name",
	"held_on" AS "training.held_on",
	"target" AS "training.target",
	"invited" AS "training.invited",
	"attended" AS "training.attended",
	CASE WHEN invited > 0 THEN printf('%d.%02d', attended * 100 / invited,
		attended * 10000 / invited % 100) END AS "=attendance-rate",
	"result" AS "training.result",
	file AS origin_file,
	line AS origin_line
FROM rec_training
WHERE held_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY held_on, training_id
