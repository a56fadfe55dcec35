-- renew-quick - the quick digest of a file that is read anew.
-- parameters: ?1 import
DELETE FROM import_quick WHERE import_id = ?1
