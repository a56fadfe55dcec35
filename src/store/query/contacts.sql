-- contacts - organization and contacts valid at the cut-off.
-- parameters: :as_of
-- columns: contact.contact_id, contact.role, contact.organization,
-- contact.team, contact.name, contact.phone, contact.mail, contact.hours,
-- contact.escalation_order, contact.reports_to, contact.valid_from,
-- contact.valid_to, origin_file, origin_line
-- order: escalation_order IS NULL, escalation_order, contact_id
SELECT
	"contact_id" AS "contact.contact_id",
	"role" AS "contact.role",
	"organization" AS "contact.organization",
	"team" AS "contact.team",
	"name" AS "contact.name",
	"phone" AS "contact.phone",
	"mail" AS "contact.mail",
	"hours" AS "contact.hours",
	"escalation_order" AS "contact.escalation_order",
	"reports_to" AS "contact.reports_to",
	"valid_from" AS "contact.valid_from",
	"valid_to" AS "contact.valid_to",
	file AS origin_file,
	line AS origin_line
FROM rec_contact
WHERE coalesce(valid_from, '') <= local_date(:as_of - 1)
	AND (valid_to IS NULL OR valid_to >= local_date(:as_of - 1))
ORDER BY escalation_order IS NULL, escalation_order, contact_id
