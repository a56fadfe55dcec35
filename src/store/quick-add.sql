-- quick-add - the quick digest of a file.
-- parameters: ?1 import, ?2 quick
INSERT INTO import_quick (import_id, quick) VALUES (?1, ?2)
