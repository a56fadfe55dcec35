-- handover-checklist - what a successor must be handed: the contents of table
-- 7-1-1 (K IV 7.1), each with the item of C-41 that it belongs to, how many
-- there are and how fresh they are: of documents the oldest, of ledgers the
-- newest entry.
-- parameters: :until
-- columns: ~part, ~letter, ~handover, =count, ~newest, =age, ~state
-- order: of table 7-1-1
WITH today(day) AS (
	SELECT local_date(:until - 1)
), item(no, item, part, letter, needed) AS (VALUES
	(1, 'list', 'book', 'other', 1),
	(2, 'issues', 'book', 'other', 0),
	(3, 'risks', 'book', 'other', 0),
	(4, 'cases', 'book', 'other', 0),
	(5, 'improvements', 'book', 'other', 0),
	(6, 'requirements', 'system', 'basics', 1),
	(7, 'design', 'system', 'basics', 1),
	(8, 'functions', 'system', 'basics', 1),
	(9, 'business_flow', 'system', 'basics', 1),
	(10, 'forms', 'system', 'basics', 1),
	(11, 'interfaces', 'system', 'basics', 1),
	(12, 'cost_history', 'system', 'basics', 1),
	(13, 'construction', 'system', 'basics', 1),
	(14, 'system_basis', 'system', 'basics', 1),
	(15, 'work_done', 'work', 'flow', 1),
	(16, 'work_planned', 'work', 'flow', 1),
	(17, 'progress', 'work', 'progress', 1),
	(18, 'reports', 'work', 'progress', 1),
	(19, 'operation_plan', 'work', 'other', 1),
	(20, 'maintenance_plan', 'work', 'other', 1),
	(21, 'guideline', 'work', 'other', 1),
	(22, 'procedure', 'work', 'other', 1),
	(23, 'manual', 'work', 'other', 1),
	(24, 'checklist', 'work', 'other', 1),
	(25, 'registers', 'work', 'other', 1),
	(26, 'completion', 'work', 'other', 1),
	(27, 'assets', 'configuration', 'ledger', 1),
	(28, 'licences', 'configuration', 'ledger', 1),
	(29, 'links', 'configuration', 'ledger', 1),
	(30, 'patches', 'configuration', 'ledger', 1),
	(31, 'catalogue', 'configuration', 'annex', 1),
	(32, 'extraction', 'migration', 'other', 1),
	(33, 'data_items', 'migration', 'other', 1),
	(34, 'data_relations', 'migration', 'other', 1),
	(35, 'data_codes', 'migration', 'other', 1),
	(36, 'questions', 'migration', 'other', 0),
	(37, 'package', 'goods', 'annex', 1),
	(38, 'certificate', 'goods', 'annex', 1),
	(39, 'media', 'goods', 'annex', 1)
), document AS (
	SELECT *, EXISTS (SELECT 1 FROM rec_change AS c
		WHERE instr(c.documents, d.name) > 0 AND c.implemented_at < :until
		AND local_date(c.implemented_at) > d.revised_on) AS behind
	FROM rec_document AS d
	WHERE handover IS NOT NULL AND revised_on <= local_date(:until - 1)
), evidence(item, n, day, behind) AS (
	SELECT handover, count(*), min(revised_on), max(behind)
	FROM document GROUP BY handover
	UNION ALL
	SELECT 'list', count(*), max(revised_on), 0
	FROM document
	UNION ALL
	SELECT 'issues', count(*), max(coalesce(closed_on, raised_on)), 0
	FROM rec_issue, today WHERE raised_on <= today.day
	UNION ALL
	SELECT 'risks', count(*), max(coalesce(reviewed_on, raised_on)), 0
	FROM rec_risk, today WHERE raised_on <= today.day
	UNION ALL
	SELECT 'cases', count(*), max(raised_on), 0
	FROM rec_handover_item, today WHERE coalesce(kind, 'case') = 'case'
		AND coalesce(raised_on, '') <= today.day
	UNION ALL
	SELECT 'improvements', count(*), max(coalesce(decided_on, proposed_on)), 0
	FROM rec_improvement, today WHERE proposed_on <= today.day
	UNION ALL
	SELECT 'work_done', count(*), max(local_date(occurred_at)), 0
	FROM rec_work, today WHERE occurred_at < :until
	UNION ALL
	SELECT 'work_planned', count(*), max(approved_on), 0
	FROM rec_plan_item, today WHERE planned_start >= :until
	UNION ALL
	SELECT 'progress', count(*), max(local_date(actual_end)), 0
	FROM rec_plan_item, today WHERE actual_end < :until
	UNION ALL
	SELECT 'reports', count(*), max(delivered_on), 0
	FROM rec_deliverable, today WHERE delivered_on <= today.day
	UNION ALL
	SELECT 'registers', count(*), max(requested_on), 0
	FROM rec_change, today WHERE requested_on <= today.day
	UNION ALL
	SELECT 'assets', count(*), max(max(coalesce(confirmed_on, ''),
		coalesce(updated_on, ''), coalesce(started_on, ''))), 0
	FROM rec_asset, today WHERE disposed_on IS NULL OR disposed_on > today.day
	UNION ALL
	SELECT 'licences', count(*), max(coalesce(confirmed_on, updated_on)), 0
	FROM rec_asset, today WHERE licences_held IS NOT NULL
		AND (disposed_on IS NULL OR disposed_on > today.day)
	UNION ALL
	SELECT 'links', count(*), NULL, 0
	FROM rec_asset_link
	UNION ALL
	SELECT 'patches', count(*), max(applied_on), 0
	FROM rec_patch, today WHERE applied_on <= today.day
	UNION ALL
	SELECT 'extraction', count(*), max(date), 0
	FROM rec_extraction, today WHERE date <= today.day
	UNION ALL
	SELECT 'questions', count(*), max(coalesce(answered_on, raised_on)), 0
	FROM rec_handover_item, today WHERE kind = 'question'
		AND coalesce(raised_on, '') <= today.day
)
SELECT
	part AS "~part",
	letter AS "~letter",
	item.item AS "~handover",
	coalesce(n, 0) AS "=count",
	evidence.day AS "~newest",
	CAST(julianday(today.day) - julianday(evidence.day) AS INTEGER) AS "=age",
	CASE WHEN coalesce(n, 0) = 0 AND needed THEN 'missing'
		WHEN coalesce(n, 0) = 0 THEN 'none'
		WHEN behind THEN 'behind'
		WHEN evidence.day < date(today.day, '-1 year') THEN 'old'
		ELSE 'fresh' END AS "~state"
FROM item
CROSS JOIN today
LEFT JOIN evidence ON evidence.item = item.item
ORDER BY no
