-- exclusions - approved exclusions that meet the period.
-- parameters: :period_start, :period_end
-- columns: all of exclusion, origin_file, origin_line
-- order: start, exclusion_id
SELECT * FROM row_exclusion
WHERE "exclusion.start" < :period_end AND "exclusion.end" > :period_start
ORDER BY "exclusion.start", "exclusion.exclusion_id"
