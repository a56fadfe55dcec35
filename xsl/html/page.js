/* page - what a script adds to a page of geppo: long tables are sorted and
 * filtered, the pack is searched.  All is there to read without it.  Texts of
 * documents are only ever put in as text; nothing is fetched, nothing kept. */
(function () {
	"use strict";
	const LONG = 10;	/* rows from which a table is worth a filter */
	const HITS = 50;	/* sections shown of those found */
	const AROUND = 40;	/* characters around what was found */
	const words = document.body.dataset;
	const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

	function make(name, parent, text) {
		const made = document.createElement(name);
		if (text !== undefined)
			made.textContent = text;
		parent.append(made);
		return made;
	}

	function fill(pattern, ...values) {
		return pattern.replace(/\{(\d)\}/g, (all, place) => values[place - 1]);
	}

	/* As it is compared: wide and narrow, upper and lower are one.  The
	 * length stays, so that places are those of the text. */
	function fold(text) {
		return text.replace(/[^ -~]|[A-Z]/g, (letter) => {
			const folded = letter.normalize("NFKC").toLowerCase();
			return folded.length === 1 ? folded : letter;
		});
	}

	function terms(field) {
		return fold(field.value).split(/\s+/).filter(Boolean);
	}

	function holds(text, wanted) {
		return wanted.every((term) => text.includes(term));
	}

	/* sorting */

	function shown(row, column) {
		const cell = row.cells[column];
		return cell.querySelector(".empty") ? "" : cell.textContent.trim();
	}

	/* A number with its sign and its unit: [whole, number, unit]. */
	const NUMBER = /^([±+-]?[\d,]*\.?\d+)(\D*)$/;

	/* Numbers of one unit go by value. */
	function compare(a, b) {
		const x = NUMBER.exec(a), y = NUMBER.exec(b);
		if (!x || !y || x[2] !== y[2])
			return order.compare(a, b);
		const [left, right] = [x, y].map((found) => Number(found[1].replace(/[,±]/g, "")));
		return left - right;
	}

	/* Nothing comes last, whichever the way. */
	function sort(table, rows, column, way) {
		const sorted = rows.map((row) => [shown(row, column), row]);
		if (way !== 0)
			sorted.sort((a, b) => (a[0] === "") - (b[0] === "") || way * compare(a[0], b[0]));
		table.tBodies[0].append(...sorted.map((pair) => pair[1]));
	}

	/* Up, down, as it was. */
	function press(table, rows, head) {
		const before = head.getAttribute("aria-sort");
		const way = before === "ascending" ? -1 : before === "descending" ? 0 : 1;
		for (const other of table.tHead.rows[0].cells)
			other.removeAttribute("aria-sort");
		if (way !== 0)
			head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
		sort(table, rows, head.cellIndex, way);
	}

	function addSort(table, rows) {
		for (const head of table.tHead.rows[0].cells) {
			const button = document.createElement("button");
			button.type = "button";
			button.className = "sort";
			/* links and the mark of a footnote stay beside the button */
			const name = head.querySelector("span.down") ?? head;
			const links = name.querySelectorAll(":scope > a");
			button.append(...[...name.childNodes].filter((node) => !["a", "sup"].includes(node.localName)));
			name.prepend(...links, button);
			button.addEventListener("click", () => press(table, rows, head));
		}
	}

	/* filtering */

	function addFilter(box, rows) {
		const bar = document.createElement("p");
		bar.className = "filter";
		const label = make("label", bar, words.filter + " ");
		const field = make("input", label);
		field.type = "search";
		field.setAttribute("aria-label", words.filter + " " + box.getAttribute("aria-label"));
		const count = make("output", bar);
		const texts = rows.map((row) => fold(row.textContent));
		field.addEventListener("input", () => {
			const wanted = terms(field);
			let left = 0;
			rows.forEach((row, i) => {
				row.hidden = !holds(texts[i], wanted);
				left += !row.hidden;
			});
			count.textContent = wanted.length ? fill(words.shown, rows.length, left) : "";
		});
		box.before(bar);
	}

	/* Rows that stand for themselves: none spans, none is a sum of others. */
	function isPlain(table) {
		return table.tHead && table.tHead.rows.length === 1 && table.tBodies.length === 1
			&& table.tBodies[0].rows.length >= LONG
			&& !table.querySelector("[colspan], [rowspan], tbody .subtotal, tbody .total");
	}

	for (const box of document.querySelectorAll("main .scroll")) {
		const table = box.querySelector("table");
		if (!table || box.closest("figure") || !isPlain(table))
			continue;
		const rows = Array.from(table.tBodies[0].rows);
		addSort(table, rows);
		addFilter(box, rows);
	}

	/* searching the pack */

	function addHit(list, entry, wanted) {
		const item = make("li", list);
		const link = make("a", item, entry.name);
		link.href = entry.href;
		const place = entry.folded.indexOf(wanted[0]);
		if (place < 0)
			return;
		const from = Math.max(0, place - AROUND), end = place + wanted[0].length;
		const part = make("p", item, (from > 0 ? "…" : "") + entry.text.slice(from, place));
		make("mark", part, entry.text.slice(place, end));
		part.append(entry.text.slice(end, end + AROUND) + (end + AROUND < entry.text.length ? "…" : ""));
	}

	function readEntries() {
		return Array.from(document.querySelectorAll("#index + div li"), (item) => {
			const link = item.querySelector("a"), text = item.querySelector("[hidden]").textContent;
			const name = item.closest("details").querySelector("summary").textContent + "　" + link.textContent;
			return { href: link.getAttribute("href"), name, text, folded: fold(text), all: fold(name + " " + text) };
		});
	}

	const search = document.getElementById("search");
	if (search) {
		const field = search.querySelector("input"), count = search.querySelector("output");
		const list = search.querySelector("ol");
		let entries = null;
		search.hidden = false;
		field.addEventListener("input", () => {
			entries = entries || readEntries();
			const wanted = terms(field);
			const found = wanted.length ? entries.filter((entry) => holds(entry.all, wanted)) : [];
			list.replaceChildren();
			for (const entry of found.slice(0, HITS))
				addHit(list, entry, wanted);
			count.textContent = wanted.length
				? fill(found.length > HITS ? words.first : words.found, found.length, HITS) : "";
		});
	}
}());
