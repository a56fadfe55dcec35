-- Zabbix 6.0 以降の PostgreSQL から数値の履歴を取り出す。読み込みはプリセット zabbix-history-csv による。
--   psql --csv -v from='2026-10-01 00:00+09' -v until='2026-11-01 00:00+09' -f zabbix-history.sql zabbix >history-2026-10.csv
-- 期間は from 以上 until 未満。小数の項目は history、整数の項目は history_uint にある。15桁を超える小数は丸められる。
WITH period AS (
  SELECT extract(epoch FROM timestamptz :'from')::integer AS from_clock,
    extract(epoch FROM timestamptz :'until')::integer AS until_clock
), sample AS (
  SELECT itemid, clock, ns, value::numeric AS value FROM history, period
    WHERE clock >= from_clock AND clock < until_clock
  UNION ALL
  SELECT itemid, clock, ns, value FROM history_uint, period
    WHERE clock >= from_clock AND clock < until_clock
)
SELECT sample.clock, hosts.host, items.key_, sample.value, items.units
FROM sample
JOIN items ON items.itemid = sample.itemid
JOIN hosts ON hosts.hostid = items.hostid
ORDER BY sample.clock, hosts.host, items.key_, sample.ns;
