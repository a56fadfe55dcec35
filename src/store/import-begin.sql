-- import-begin - a file begins; its digest comes with its end.
-- parameters: ?1 path, ?2 reading, ?3 records, ?4 bytes, ?5 encoding
INSERT INTO import (path, digest, reading, records, bytes, encoding)
VALUES (?1, '', ?2, ?3, ?4, ?5)
