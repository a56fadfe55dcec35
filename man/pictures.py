#!/usr/bin/env python3
"""pictures - pages of the demo as SVG, drawn from what `geppo dump frame` says.

usage: pictures.py GEPPO WORKSPACE OUT FOLDER
OUT holds the store of the workspace.  Each picture has pages of one width in
a row; a page is the first that has the heading, or the first of its document.
"""
import re
import subprocess
import sys
from xml.sax.saxutils import escape

PERIOD = '2026-10'
PICTURES = {
    'pages-monthly': [('monthly', None), ('monthly', '指標の達否'), ('monthly', '停止の一覧')],
    'pages-others': [('service-level', 'A1 '), ('incident-report', '障害ごとの報告'), ('improvement-plan', '未達の指標')],
}
WIDTH, GAP = 300, 12
INK = '#1a1a1a'
LIMIT = 60000       # bytes of a picture


def frames(geppo, workspace, out, kind):
    """The pages of a document: size, items; and the page of each heading."""
    dump = subprocess.run([geppo, '-q', '-w', workspace, '-o', out, 'dump', 'frame', '--period', PERIOD,
                           '--kind', kind], check=True, capture_output=True).stdout.decode('utf-8')
    pages, heads = [], []
    for line in dump.split('\n'):
        word = line.split()
        if line.startswith('outline'):
            heads.append((line.split('title="', 1)[1][:-1], int(word[2][5:]) - 1))
        elif line.startswith('page'):
            pages.append((int(word[2]), int(word[3]), []))
        elif line.startswith('  '):
            pages[-1][2].append(line)
    return pages, heads


def chosen(document, heading):
    pages, heads = document
    if heading is None:
        return pages[0]
    return pages[next(page for title, page in heads if re.search(heading, title.replace('　', ' ')))]


def attribute(line, name, default=''):
    found = re.search(r' %s=(\S+)' % name, line)
    return found.group(1) if found else default


def drawn(line, unit):
    """One item: the way of a path and its look, or a text; None for what is
    not seen."""
    kind, x, y = line.split()[:3]
    x, y = int(x), int(y)
    short = lambda n: ('%.1f' % (int(n) * unit)).replace('.0', '')
    if kind == 'run':
        text = line.split(' text="', 1)[1][:-1]
        colour = attribute(line, 'colour')
        return text.strip() and '<text x="%s" y="%s" font-size="%s" textLength="%s"%s%s>%s</text>' % (
            short(x), short(y), short(attribute(line, 'size')), short(attribute(line, 'w')),
            ' font-weight="bold"' if ' bold ' in line else '',
            '' if colour == INK else ' fill="%s"' % colour, escape(text)) or None
    look = ' fill="%s"' % attribute(line, 'fill', 'none')
    if ' stroke=' in line:
        look += ' stroke="%s" stroke-width="%.2f"%s' % (attribute(line, 'stroke'), max(int(attribute(
            line, 'width')) * unit, .25), ' stroke-dasharray="2"' if ' dashed' in line else '')
    if kind in ('line', 'box'):
        w, h = (short(n) for n in line.split()[3:5])
        way = ('l%s %s' % (w, h) if kind == 'line' else 'h%sv%sh-%sz' % (w, h, w))
        return 'M%s %s%s' % (short(x), short(y), way), look
    if kind == 'path':
        points = re.findall(r' (-?\d+),(-?\d+)', line)
        return 'M' + 'L'.join('%s %s' % (short(x + int(a)), short(y + int(b))) for a, b in points), look
    return None


def sheet(items, unit):
    """The items in order; ways of one look that follow each other are one."""
    parts, ways, last = [], '', None
    for item in [drawn(line, unit) for line in items] + ['']:
        if item is None:
            continue
        look = item[1] if isinstance(item, tuple) else None
        if ways and look != last:
            parts.append('<path d="%s"%s/>' % (ways, last))
            ways = ''
        if look is None:
            parts.append(item)
        else:
            ways, last = ways + item[0], look
    return ''.join(parts)


def picture(pages, title):
    height = max(h * WIDTH // w for w, h, _ in pages)
    parts = []
    for i, (w, h, items) in enumerate(pages):
        unit = WIDTH / w
        parts.append('<g transform="translate(%d 0)"><path d="M0 0h%dv%dh-%dz" fill="#fff" stroke="#8a949e"/>%s</g>' % (
            i * (WIDTH + GAP) + 1, WIDTH, h * WIDTH // w, WIDTH, sheet(items, unit)))
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="\'Noto Sans CJK JP\', '
            '\'Yu Gothic\', sans-serif" fill="%s"><title>%s</title>\n%s\n</svg>\n' % (
                len(pages) * (WIDTH + GAP) - GAP + 2, height + 1, INK, escape(title), '\n'.join(parts)))


def main():
    geppo, workspace, out, folder = sys.argv[1:]
    documents = {}
    for name, wanted in PICTURES.items():
        for kind, _ in wanted:
            documents.setdefault(kind, None)
            documents[kind] = documents[kind] or frames(geppo, workspace, out, kind)
        text = picture([chosen(documents[kind], heading) for kind, heading in wanted],
                       ' / '.join(kind for kind, _ in wanted))
        if len(text.encode('utf-8')) > LIMIT:
            sys.exit('%s has %d bytes' % (name, len(text.encode('utf-8'))))
        with open('%s/%s.svg' % (folder, name), 'w', encoding='utf-8') as file:
            file.write(text)


main()
