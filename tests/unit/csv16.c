/* csv16 - the tests of csv, as on a processor that lacks AVX2. */
#define __builtin_cpu_supports(feature) 0
#include "read/csv.c"

#include "csv.c"
