-- changes - changes that were asked for, planned or carried out in the
-- period.
-- parameters: :period_start, :until
-- columns: all of change, origin_file, origin_line
-- order: coalesce(local_date(implemented_at), local_date(planned_at),
-- requested_on), change_id
SELECT * FROM row_change
WHERE ("change.requested_on" BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR ("change.planned_at" >= :period_start
	AND "change.planned_at" < :until)
	OR ("change.implemented_at" >= :period_start
	AND "change.implemented_at" < :until)
ORDER BY coalesce(local_date("change.implemented_at"),
	local_date("change.planned_at"),
	"change.requested_on"), "change.change_id"
