-- maintenance - planned stops that meet the period.
-- parameters: :period_start, :period_end
-- columns: all of maintenance, origin_file, origin_line
-- order: start, maintenance_id
SELECT * FROM row_maintenance
WHERE "maintenance.start" < :period_end
	AND coalesce("maintenance.actual_end",
	"maintenance.end") > :period_start
ORDER BY "maintenance.start", "maintenance.maintenance_id"
