-- contacts - organization and contacts valid at the cut-off.
-- parameters: :as_of
-- columns: all of contact, origin_file, origin_line
-- order: escalation_order IS NULL, escalation_order, contact_id
SELECT * FROM row_contact
WHERE coalesce("contact.valid_from", '') <= local_date(:as_of - 1)
	AND ("contact.valid_to" IS NULL
	OR "contact.valid_to" >= local_date(:as_of - 1))
ORDER BY "contact.escalation_order" IS NULL, "contact.escalation_order",
	"contact.contact_id"
