#!/usr/bin/env python3
"""Makes the corpus of the side-by-side benchmark: passages of White House releases, as NDJSON for `dateline index`.

usage: corpus.py OUTPUT SIZE RELEASES.jsonl.gz…

The releases hold 362,177 passages. A larger corpus goes over them again, under new ids, and each further time three in
ten of the lower-case words are exchanged for others of about the same frequency, so that posting lists keep their
lengths but are no copies. Names keep their letters. The same input gives the same output, byte for byte.
"""
import collections
import gzip
import json
import random
import re
import sys

SHORTEST = 150      # bytes; a shorter paragraph joins the next one
LONGEST = 1200      # bytes; a longer one is cut at the end of a sentence
SHARE = 0.3         # of the words of a copy that are exchanged
CLASS = 32          # words of neighbouring frequency that are exchanged for one another
KEPT = 150          # the most frequent words stay: they are grammar

WORD = re.compile(r"\b[a-z]{3,}\b")


def pieces(paragraph):
    """A paragraph, or the parts of a long one."""
    while len(paragraph) > LONGEST:
        cut = paragraph.rfind(". ", LONGEST // 2, LONGEST) + 1 or paragraph.rfind(" ", LONGEST // 2, LONGEST)
        if cut <= 0:
            cut = LONGEST
        yield paragraph[:cut].strip()
        paragraph = paragraph[cut:].strip()
    yield paragraph


def passages(text):
    """The passages of an article's text, each on one line."""
    result, open_piece = [], ""
    for paragraph in text.split("\n\n"):
        open_piece = " ".join(f"{open_piece} {paragraph}".split())
        if len(open_piece) >= SHORTEST:
            result.extend(pieces(open_piece))
            open_piece = ""
    if open_piece:
        result.append(open_piece)
    return result


def articles(files):
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                kept = {key: article[key] for key in ("date", "section", "source") if article.get(key)}
                # A few are translations. Dateline would look for a word in all their languages; the others know one.
                kept["language"] = "en"
                # Without the headline: an engine with one text field has no equal of a search in two.
                kept["passages"] = passages(article["text"])
                if kept["passages"]:
                    yield kept


def exchanges(corpus):
    """For each word, the words of its frequency class."""
    counts = collections.Counter()
    for article in corpus:
        for passage in article["passages"]:
            counts.update(WORD.findall(passage))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))[KEPT:]
    classes = [ranked[start:start + CLASS] for start in range(0, len(ranked), CLASS)]
    return {word: group for group in classes for word in group}


def varied(article, classes, generator):
    def exchange(match):
        group = classes.get(match[0])
        return generator.choice(group) if group and generator.random() < SHARE else match[0]

    return {**article, "passages": [WORD.sub(exchange, passage) for passage in article["passages"]]}


def main():
    output, size, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    corpus = list(articles(files))
    total = sum(len(article["passages"]) for article in corpus)
    if total == 0:
        sys.exit("corpus.py: there are no releases with text in the files given; README.md says where they are read from")
    # A small corpus takes every n-th article, so that it holds all years as well.
    step = max(1, total // size)
    order = [index for first in range(step) for index in range(first, len(corpus), step)]
    classes = exchanges(corpus) if size > total else {}
    generator = random.Random(1)
    written = copy = 0
    with open(output, "w", encoding="utf-8") as out:
        while written < size:
            for index in order:
                article = corpus[index] if copy == 0 else varied(corpus[index], classes, generator)
                article = {"id": f"c{copy}/{index}", **article, "passages": article["passages"][:size - written]}
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
                written += len(article["passages"])
                if written == size:
                    break
            copy += 1
    print(f"corpus: {written} passages, {copy} times over {total}")


main()
