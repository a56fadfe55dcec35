-- Zabbix 6.0 以降の PostgreSQL からトリガーの障害を取り出す。読み込みはプリセット zabbix-problems による。
--   psql --csv -v from='2026-10-01 00:00+09' -v until='2026-11-01 00:00+09' -f zabbix-problems.sql zabbix >problems-2026-10.csv
-- 期間に発生したもの。復旧の時刻は期間の後でもよい。ホストは表示名でなく、履歴と同じ名。時刻は世界時。
WITH problem AS (
  SELECT * FROM events
  WHERE source = 0 AND object = 0 AND value = 1
    AND clock >= extract(epoch FROM timestamptz :'from')
    AND clock < extract(epoch FROM timestamptz :'until')
)
SELECT
  (ARRAY['Not classified', 'Information', 'Warning', 'Average', 'High', 'Disaster'])[problem.severity + 1] AS "Severity",
  to_char(to_timestamp(problem.clock) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "Time",
  to_char(to_timestamp(recovery.clock) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "Recovery time",
  CASE WHEN recovery.eventid IS NULL THEN 'PROBLEM' ELSE 'RESOLVED' END AS "Status",
  (SELECT string_agg(DISTINCT hosts.host, ', ' ORDER BY hosts.host)
    FROM functions
    JOIN items ON items.itemid = functions.itemid
    JOIN hosts ON hosts.hostid = items.hostid
    WHERE functions.triggerid = problem.objectid) AS "Host",
  problem.name AS "Problem"
FROM problem
LEFT JOIN event_recovery ON event_recovery.eventid = problem.eventid
LEFT JOIN events AS recovery ON recovery.eventid = event_recovery.r_eventid
ORDER BY problem.clock, problem.ns, problem.eventid;
