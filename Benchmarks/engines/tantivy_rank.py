"""tantivy (PyPI) with its English tokenizer and BM25, ranking a judged collection.

usage: tantivy_rank.py ARTICLES QUERIES FOLDER     both files have lines of id, tab, text

Prints run lines of TREC's form. rank.py starts it.
"""
import os
import sys

import tantivy

DEPTH = 1000
# The parts of tantivy's own `en_stem`, which an index cannot be asked to apply to a query's words.
ENGLISH = (tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(40))
           .filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build())


def rows(path):
    with open(path, encoding="utf-8-sig", newline="\n") as lines:
        for line in lines:
            if line.strip():
                yield line.rstrip("\r\n").split("\t", 1)


def build(articles, folder):
    os.makedirs(folder)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build(), path=folder)
    # One thread, so that articles of equal score always come in the same order.
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for name, text in rows(articles):
        writer.add_document(tantivy.Document(id=name, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def rank(index, queries):
    searcher = index.searcher()
    for name, text in rows(queries):
        terms = [tantivy.Query.term_query(index.schema, "text", word, "freq") for word in ENGLISH.analyze(text)]
        if not terms:
            continue
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        for place, (score, address) in enumerate(searcher.search(query, DEPTH).hits):
            print(name, "Q0", searcher.doc(address)["id"][0], place + 1, repr(score), "tantivy")


rank(build(sys.argv[1], sys.argv[3]), sys.argv[2])
