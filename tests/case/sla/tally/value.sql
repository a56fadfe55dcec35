SELECT 1.25 * 3 AS value
