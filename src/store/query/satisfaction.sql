-- Answers to surveys held in the period.
-- in: :period_start :period_end :as_of; out: fields of satisfaction; order: date, survey, item
SELECT r."survey" AS "satisfaction.survey",
  r."date" AS "satisfaction.date",
  r."item" AS "satisfaction.item",
  r."score" AS "satisfaction.score",
  r."respondents" AS "satisfaction.respondents",
  r."comment" AS "satisfaction.comment",
  r.file AS origin_file, r.line AS origin_line
FROM rec_satisfaction AS r
WHERE r.date BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
ORDER BY r.date, r.survey, r.item
