"""SQLite FTS5 as an engine of the benchmark.

usage: fts5_bench.py build PASSAGES FILE
       fts5_bench.py search FILE
"""
import sqlite3
import string
import sys
import time

FIELDS = ["person", "place", "organization"]
# Everything but a space belongs to a token; the terms are lower case already.
TOKEN_CHARACTERS = "".join(c for c in string.punctuation if c != "'") + "''\x01"
TOKENIZE = f"ascii tokenchars '{TOKEN_CHARACTERS}'".replace('"', '""')


def rows(passages):
    with open(passages, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def build(passages, file):
    db = sqlite3.connect(file)
    db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;")
    db.execute(f'CREATE VIRTUAL TABLE fts USING fts5(terms, content="", tokenize="{TOKENIZE}")')
    db.execute("CREATE TABLE passage(id INTEGER PRIMARY KEY, article, date, section, source, text)")
    db.execute("CREATE TABLE name(id INTEGER PRIMARY KEY, field INTEGER, value, UNIQUE(field, value))")
    db.execute("CREATE TABLE named(passage INTEGER, field INTEGER, name INTEGER,"
               " PRIMARY KEY(passage, field, name)) WITHOUT ROWID")
    numbers = {}
    for row in rows(passages):
        docid = int(row[0])
        db.execute("INSERT INTO fts(rowid, terms) VALUES(?, ?)", (docid, row[9]))
        db.execute("INSERT INTO passage VALUES(?, ?, ?, ?, ?, ?)",
                   (docid, row[1], row[3], row[4], row[5], row[10]))
        for field, names in enumerate(row[6:9]):
            for name in names.split("\x1f") if names else []:
                number = numbers.setdefault((field, name), len(numbers) + 1)
                db.execute("INSERT INTO named VALUES(?, ?, ?)", (docid, field, number))
    db.executemany("INSERT INTO name VALUES(?, ?, ?)", [(number, *key) for key, number in numbers.items()])
    db.commit()
    db.execute("INSERT INTO fts(fts) VALUES('optimize')")
    db.execute("ANALYZE")
    db.commit()


class Engine:
    def __init__(self, file):
        self.db = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
        self.db.executescript("PRAGMA mmap_size=8000000000; PRAGMA cache_size=-200000;")

    def facets(self, match, only, fields):
        """The ten largest counts of each field. One pass over the matches for all of them."""
        found = {field: [] for field in fields}
        counted = self.db.execute(
            f"SELECT named.field, count(*) AS passages FROM fts {only} CROSS JOIN named ON named.passage = fts.rowid"
            f" WHERE fts MATCH ? AND named.field IN ({','.join(map(str, fields))})"
            " GROUP BY named.field, named.name ORDER BY passages DESC", (match,))
        for field, passages in counted:
            if len(found[field]) < 10:
                found[field].append(passages)
        return found

    def answer(self, op, mode, filter, terms):
        start = time.perf_counter_ns()
        strings = ['"' + term.replace('"', '""') + '"' for term in terms]
        match = {"phrase": " + ", "or": " OR "}.get(op, " AND ").join(strings)
        only, selected = "", None
        if filter:
            field, key = filter.split("=", 1)
            selected = FIELDS.index(field)
            number = self.db.execute("SELECT id FROM name WHERE field = ? AND value = ?", (selected, key)).fetchone()
            # Joined in this order; left to itself, SQLite searches the text once for each passage with the name.
            only = ("CROSS JOIN named AS selected ON selected.passage = fts.rowid"
                    f" AND selected.field = {selected} AND selected.name = {number[0]}")
        hits = self.db.execute(
            f"SELECT fts.rowid, rank FROM fts {only} WHERE fts MATCH ? ORDER BY rank LIMIT 10", (match,)).fetchall()
        total = ""
        if mode != "fast":
            total, = self.db.execute(f"SELECT count(*) FROM fts {only} WHERE fts MATCH ?", (match,)).fetchone()
        facets = {}
        if mode not in ("top", "fast"):
            # The selected value's siblings are counted without the filter.
            apart = [selected] if mode == "drill" else []
            facets = self.facets(match, only, [field for field in range(3) if field not in apart])
            if apart:
                facets.update(self.facets(match, "", apart))
        found = time.perf_counter_ns()
        for rowid, _ in hits:
            self.db.execute("SELECT text FROM passage WHERE id = ?", (rowid,)).fetchone()
        fetched = time.perf_counter_ns()
        scores = ",".join(repr(-rank) for _, rank in hits)
        counts = ";".join(",".join(map(str, facets[field])) for field in range(3)) if facets else ""
        return f"{total}\t{found - start}\t{fetched - found}\t{scores}\t{counts}"


def search(file):
    engine = Engine(file)
    print("ready", flush=True)
    for line in sys.stdin:
        op, mode, _, filter, terms, _ = line.rstrip("\n").split("\t")
        print(engine.answer(op, mode, filter, terms.split(" ")), flush=True)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
