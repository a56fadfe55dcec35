-- Changes that were requested or implemented in the period.
-- in: :period_start :period_end :as_of; out: fields of change; order: implemented, id
SELECT r."change_id" AS "change.change_id",
  r."title" AS "change.title",
  r."target" AS "change.target",
  r."kind" AS "change.kind",
  r."requested_on" AS "change.requested_on",
  r."approved_on" AS "change.approved_on",
  r."implemented_at" AS "change.implemented_at",
  r."verified_on" AS "change.verified_on",
  r."result" AS "change.result",
  r."documents" AS "change.documents",
  r.file AS origin_file, r.line AS origin_line
FROM rec_change AS r
WHERE r.implemented_at >= :period_start AND r.implemented_at < min(:period_end, :as_of)
  OR r.requested_on BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY coalesce(r.implemented_at, r.planned_at, :period_end), r.change_id
