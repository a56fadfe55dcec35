-- renew-series - all series.
-- columns: series_id
-- order: series_id
SELECT series_id FROM series ORDER BY series_id
