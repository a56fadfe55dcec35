-- renew-reject - the rejected rows of a file whose reading was given up.
-- parameters: ?1 import
DELETE FROM rejected WHERE import = ?1
