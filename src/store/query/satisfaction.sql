-- satisfaction - answers of surveys held in the period.
-- parameters: :period_start, :until
-- columns: all of satisfaction, origin_file, origin_line
-- order: date, survey, item
SELECT * FROM row_satisfaction
WHERE "satisfaction.date" BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY "satisfaction.date", "satisfaction.survey", "satisfaction.item"
