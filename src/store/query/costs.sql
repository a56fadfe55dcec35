-- Cost and effort of the months of the period.
-- in: :period_start :period_end :as_of; out: fields of cost; order: month, item
SELECT r."month" AS "cost.month",
  r."item" AS "cost.item",
  r."planned" AS "cost.planned",
  r."actual" AS "cost.actual",
  r."unit" AS "cost.unit",
  r.file AS origin_file, r.line AS origin_line
FROM rec_cost AS r
WHERE r.month BETWEEN local_month(:period_start) AND local_month(min(:period_end, :as_of) - 1)
ORDER BY r.month, r.item
