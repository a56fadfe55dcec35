-- changes - changes that were asked for, planned or carried out in the
-- period.
-- parameters: :period_start, :until
-- columns: change.change_id, change.title, change.requested_on,
-- change.requester, change.reason, change.effective_on, change.target,
-- change.description, change.kind, change.managed, change.scope,
-- change.decision, change.impact, change.priority, change.risk,
-- change.planned_at, change.approved_on, change.approver,
-- change.implemented_at, change.implementer, change.verified_on,
-- change.verifier, change.regression_on, change.result, change.rollback,
-- change.version_before, change.version_after, change.documents,
-- change.ticket_id, change.link_id, origin_file, origin_line
-- order: coalesce(local_date(implemented_at), local_date(planned_at),
-- requested_on), change_id
SELECT
	"change_id" AS "change.change_id",
	"title" AS "change.title",
	"requested_on" AS "change.requested_on",
	"requester" AS "change.requester",
	"reason" AS "change.reason",
	"effective_on" AS "change.effective_on",
	"target" AS "change.target",
	"description" AS "change.description",
	"kind" AS "change.kind",
	"managed" AS "change.managed",
	"scope" AS "change.scope",
	"decision" AS "change.decision",
	"impact" AS "change.impact",
	"priority" AS "change.priority",
	"risk" AS "change.risk",
	"planned_at" AS "change.planned_at",
	"approved_on" AS "change.approved_on",
	"approver" AS "change.approver",
	"implemented_at" AS "change.implemented_at",
	"implementer" AS "change.implementer",
	"verified_on" AS "change.verified_on",
	"verifier" AS "change.verifier",
	"regression_on" AS "change.regression_on",
	"result" AS "change.result",
	"rollback" AS "change.rollback",
	"version_before" AS "change.version_before",
	"version_after" AS "change.version_after",
	"documents" AS "change.documents",
	"ticket_id" AS "change.ticket_id",
	"link_id" AS "change.link_id",
	file AS origin_file,
	line AS origin_line
FROM rec_change
WHERE (requested_on BETWEEN local_date(:period_start)
	AND local_date(:until - 1))
	OR (planned_at >= :period_start AND planned_at < :until)
	OR (implemented_at >= :period_start AND implemented_at < :until)
ORDER BY coalesce(local_date(implemented_at), local_date(planned_at),
	requested_on), change_id
