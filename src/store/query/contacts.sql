-- Who does what at the cut-off.
-- in: :period_end :as_of; out: fields of contact; order: order, id
SELECT r."contact_id" AS "contact.contact_id",
  r."role" AS "contact.role",
  r."organization" AS "contact.organization",
  r."name" AS "contact.name",
  r."phone" AS "contact.phone",
  r."hours" AS "contact.hours",
  r."escalation_order" AS "contact.escalation_order",
  r."reports_to" AS "contact.reports_to",
  r.file AS origin_file, r.line AS origin_line
FROM rec_contact AS r
WHERE coalesce(r.valid_from, '') <= local_date(min(:period_end, :as_of) - 1)
  AND coalesce(r.valid_to, '9999') >= local_date(min(:period_end, :as_of) - 1)
ORDER BY r.escalation_order IS NULL, r.escalation_order, r.contact_id
