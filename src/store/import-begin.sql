-- import-begin - a file begins.
-- parameters: ?1 path, ?2 digest, ?3 reading, ?4 records, ?5 bytes, ?6 encoding
INSERT INTO import (path, digest, reading, records, bytes, encoding)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
