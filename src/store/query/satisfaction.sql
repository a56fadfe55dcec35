-- satisfaction - answers of surveys held in the period.
-- parameters: :period_start, :until
-- columns: satisfaction.survey, satisfaction.date, satisfaction.item,
-- satisfaction.score, satisfaction.respondents, satisfaction.comment,
-- origin_file, origin_line
-- order: date, survey, item
SELECT
	"survey" AS "satisfaction.survey",
	"date" AS "satisfaction.date",
	"item" AS "satisfaction.item",
	"score" AS "satisfaction.score",
	"respondents" AS "satisfaction.respondents",
	"comment" AS "satisfaction.comment",
	file AS origin_file,
	line AS origin_line
FROM rec_satisfaction
WHERE "date" BETWEEN local_date(:period_start)
	AND local_date(:until - 1)
ORDER BY "date", survey, item
