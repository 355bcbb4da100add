#!/usr/bin/env python3
"""Ranks a judged collection with another engine, for `dateline-eval ranking --compare`.

usage: rank.py ENGINE FOLDER     ENGINE is lucene, tantivy or xapian; FOLDER holds docs.jsonl and queries.tsv

Builds what the engine needs in BENCH (default .build/bench of the checkout), indexes each article as one text, title
first, and asks for any of each query's words. The 1,000 best articles of each query go to standard output in TREC's
form: query Q0 article rank score engine. What keeps an engine from running is the last line of standard error.
"""
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile

import prepare


def needed(tools, packages):
    """Ends unless all the programs are there."""
    if not all(shutil.which(tool) for tool in tools):
        sys.exit(f"{' or '.join(tools)} is missing: install {packages}")


def lucene(workshop):
    needed(["java", "javac"], "default-jdk-headless")
    if not prepare.JARS:
        sys.exit("Lucene is missing: install liblucene8-java")
    classes = prepare.classes(workshop, "LuceneRank", "java-rank")
    return ["java", "-Xmx2g", "-cp", f"{prepare.JARS}:{classes}", "LuceneRank"]


def tantivy(workshop):
    if not importlib.util.find_spec("ensurepip"):
        sys.exit("Python's venv is missing: install python3-venv")
    return [prepare.environment(workshop), f"{prepare.ENGINES}/tantivy_rank.py"]


def xapian(workshop):
    needed(["g++"], "g++ and libxapian-dev")
    return [prepare.program(workshop, "xapian_rank")]


ENGINES = {"lucene": lucene, "tantivy": tantivy, "xapian": xapian}


def write_articles(source, output):
    """Turns docs.jsonl into lines of id, tab, title and text."""
    with open(source, encoding="utf-8-sig") as lines, open(output, "w", encoding="utf-8", errors="replace") as out:
        for line in lines:
            if not line.strip():
                continue
            article = json.loads(line)
            text = f"{article.get('title') or ''} {article.get('text') or ''}"
            out.write(f"{article['id']}\t{' '.join(text.split())}\n")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ENGINES:
        sys.exit(f"usage: rank.py {'|'.join(ENGINES)} FOLDER")
    name, folder = sys.argv[1:]
    workshop = prepare.Workshop(os.environ.get("BENCH", f"{prepare.HERE}/../.build/bench"))
    try:
        engine = ENGINES[name](workshop)
        with tempfile.TemporaryDirectory() as scratch:
            articles = f"{scratch}/articles.tsv"
            write_articles(f"{folder}/docs.jsonl", articles)
            subprocess.run(engine + [articles, f"{folder}/queries.tsv", f"{scratch}/index"], check=True)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)} failed with status {error.returncode}")


main()
