# exact - no floating point between a record and a verdict: none of its words
# in base, contract, read, store and facts.  usage: awk -f exact.awk FILE...
{
	code = $0
	gsub(/"[^"]*"/, "", code)
	if (code ~ /^[ \t]*(\/\*|\*)/ || code ~ /pragma/)
		next
	if (code ~ /(^|[^a-z_])(double|float)([^a-z_]|$)/ ||
	    code ~ /(strtod|_double|floor|ceil|round|sqrt|pow) ?\(/) {
		printf "%s:%d: exact: %s\n", FILENAME, FNR, $0
		bad = 1
	}
}
END {
	if (bad)
		exit 1
	print "exact: no floating point between a record and a verdict"
}
