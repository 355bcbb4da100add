"""tantivy (PyPI) as an engine of the benchmark.

usage: tantivy_bench.py build PASSAGES FOLDER
       tantivy_bench.py search FOLDER

Facets are exact terms aggregations. The Python package has no collector that ranks and aggregates in one pass, so a
request with facets is a search and an aggregation; all but a few microseconds of both are spent in Rust.
"""
import os
import sys
import time

import tantivy

FIELDS = ["person", "place", "organization"]
# A segment must report all its values, or the merged counts of several segments are guesses.
EVERY = 1_000_000


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace")
    builder.add_text_field("text", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ["article", "date", "section", "source"] + FIELDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def build(passages, folder):
    os.makedirs(folder)
    # One thread and memory for one large segment, which is what searches fastest.
    writer = tantivy.Index(schema(), path=folder).writer(heap_size=4_000_000_000, num_threads=1)
    with open(passages, encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            document = tantivy.Document(
                terms=row[9], article=row[1], date=row[3], section=row[4], source=row[5], text=row[10])
            for field, names in zip(FIELDS, row[6:9]):
                for name in names.split("\x1f") if names else []:
                    document.add_text(field, name)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    print(f"{tantivy.Index.open(folder).searcher().num_segments} segments")


class Engine:
    def __init__(self, folder):
        index = tantivy.Index.open(folder)
        self.schema = index.schema
        self.searcher = index.searcher()

    def query(self, op, terms):
        if op == "phrase":
            return tantivy.Query.phrase_query(self.schema, "terms", terms)
        # Frequencies are what BM25 needs; a term query does not read positions unless asked to.
        parts = [tantivy.Query.term_query(self.schema, "terms", term, "freq") for term in terms]
        if len(parts) == 1:
            return parts[0]
        occur = tantivy.Occur.Should if op == "or" else tantivy.Occur.Must
        return tantivy.Query.boolean_query([(occur, part) for part in parts])

    def counts(self, query, fields):
        if not fields:
            return {}
        wanted = {field: {"terms": {"field": field, "size": 10, "segment_size": EVERY}} for field in fields}
        found = self.searcher.aggregate(query, wanted)
        return {field: [bucket["doc_count"] for bucket in found[field]["buckets"]] for field in fields}

    def answer(self, op, mode, filter, terms):
        start = time.perf_counter_ns()
        query = narrowed = self.query(op, terms)
        selected = None
        if filter:
            selected, key = filter.split("=", 1)
            only = tantivy.Query.term_query(self.schema, selected, key, "basic")
            only = tantivy.Query.const_score_query(only, 0.0)
            narrowed = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, only)])
        result = self.searcher.search(narrowed, 10, count=mode != "fast")
        facets = {}
        if mode not in ("top", "fast"):
            # The selected value's siblings are counted without the filter.
            apart = [selected] if mode == "drill" else []
            facets = self.counts(narrowed, [field for field in FIELDS if field not in apart])
            facets.update(self.counts(query, apart))
        found = time.perf_counter_ns()
        for _, address in result.hits:
            self.searcher.doc(address)["text"]
        fetched = time.perf_counter_ns()
        scores = ",".join(repr(score) for score, _ in result.hits)
        counts = ";".join(",".join(map(str, facets[field])) for field in FIELDS) if facets else ""
        total = result.count if mode != "fast" else ""
        return f"{total}\t{found - start}\t{fetched - found}\t{scores}\t{counts}"


def search(folder):
    engine = Engine(folder)
    print("ready", flush=True)
    for line in sys.stdin:
        op, mode, _, filter, terms, _ = line.rstrip("\n").split("\t")
        print(engine.answer(op, mode, filter, terms.split(" ")), flush=True)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
