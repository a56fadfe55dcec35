# floors - hold every #include against src/FLOORS.
# usage: awk -f floors.awk src/FLOORS FILE...
BEGIN {
	split("libxml libxslt libexslt sqlite3.h iconv.h zlib.h lzma.h zstd.h zip.h nettle cairo pango fontconfig hb graphviz cmark", libs, " ")
}

function glob(pattern,   re) {
	re = pattern
	gsub(/\./, "\\.", re)
	gsub(/\*/, ".*", re)
	return "^" re "$"
}

FILENAME ~ /FLOORS$/ {
	sub(/#.*/, "")
	if (NF == 0)
		next
	floor = $1
	mode = ""
	for (i = 2; i <= NF; i++) {
		word = $i
		if (sub(/^lib:/, "", word))
			mode = "lib"
		if (mode == "lib")
			library[floor] = library[floor] " " word
		else
			allowed[floor] = allowed[floor] " " word
	}
	if (!(floor in allowed))
		allowed[floor] = ""
	next
}

FNR == 1 {
	path = FILENAME
	sub(/^.*src\//, "", path)
	folder = path
	sub(/\/.*/, "", folder)
	key = path
	sub(/\.[^.]*$/, "", key)
	if (!(key in allowed))
		key = folder
	if (!(key in allowed) && folder != "tool") {
		printf "floors: %s is on no floor\n", FILENAME
		bad++
	}
}

folder == "tool" { next }

/^#[ \t]*include "/ {
	split($0, part, "\"")
	target = part[2]
	if (index(target, folder "/") == 1 || target == "sql.inc")
		next
	n = split(allowed[key], words, " ")
	for (i = 1; i <= n; i++)
		if (target ~ glob(words[i]))
			next
	printf "%s:%d: floors: %s may not include %s\n", FILENAME, FNR, key, target
	bad++
}

/^#[ \t]*include </ {
	split($0, part, /[<>]/)
	target = part[2]
	for (i in libs) {
		if (index(target, libs[i]) != 1)
			continue
		n = split(library[key], words, " ")
		for (j = 1; j <= n; j++)
			if (index(target, words[j]) == 1)
				next
		printf "%s:%d: floors: %s may not open the library %s\n", FILENAME, FNR, key, target
		bad++
	}
}

END {
	if (bad)
		exit 1
	print "floors: every include stays on its floor"
}
