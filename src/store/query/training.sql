-- Training and drills held in the period.
-- in: :period_start :period_end :as_of; out: fields of training; order: held, id
SELECT r."training_id" AS "training.training_id",
  r."kind" AS "training.kind",
  r."name" AS "training.name",
  r."held_on" AS "training.held_on",
  r."target" AS "training.target",
  r."invited" AS "training.invited",
  r."attended" AS "training.attended",
  r."result" AS "training.result",
  r.file AS origin_file, r.line AS origin_line
FROM rec_training AS r
WHERE r.held_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY r.held_on, r.training_id
