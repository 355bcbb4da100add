"""Standing queries after each commit: makes queries and articles, and runs `dateline-bench INDEX TABLES standing`.

    python3 Benchmarks/watch.py .build/release [--queries 10000] [--base 5000] [--commits 9] [--sizes 100 10 1]
"""

import argparse
import gzip
import itertools
import json
import pathlib
import random
import re
import subprocess
import tempfile

checkout = pathlib.Path(__file__).resolve().parent.parent
data = checkout.parent / "shared" / "data" / "whitehouse"


def articles(years):
    for year in years:
        with gzip.open(data / f"{year}.jsonl.gz", "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                article = json.loads(line)
                if article.get("text"):
                    article["id"] = f"{year}/{number}"
                    yield {key: article[key] for key in ("id", "title", "date", "text") if article.get(key)}


def names():
    found = []
    for path in sorted((checkout / "index" / "gazetteers").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if not line.startswith("#") and len(columns) > 1 and columns[0] in ("person", "place", "organization"):
                found.append((columns[0], columns[1].replace('"', "")))
    return found


def queries(count, texts, rng):
    known = names()
    lines = []
    while len(lines) < count:
        words = [w for w in re.findall(r"[a-z]{4,}", rng.choice(texts).lower())]
        if len(words) < 20:
            continue
        kind = rng.random()
        field, name = rng.choice(known)
        start = rng.randrange(len(words) - 10)
        pair = (words[start], words[start + rng.randrange(1, 10)])
        if kind < 0.4:
            lines.append(f'{field}:"{name}"')
        elif kind < 0.5:
            lines.append(f'{field}:"{name}" {pair[0]}')
        elif kind < 0.9:
            lines.append(f"{pair[0]} {pair[1]}")
        else:
            lines.append(f'"{words[start]} {words[start + 1]}"')
    return lines


def commits(articles, options):
    """Groups of articles: one that makes the queries ready, then so many of each size, in turns."""
    rest = iter(articles)
    yield list(itertools.islice(rest, max(options.sizes)))
    for _ in range(options.commits):
        for size in options.sizes:
            yield list(itertools.islice(rest, size))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs")
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--base", type=int, default=5_000, help="articles in the index before")
    parser.add_argument("--commits", type=int, default=9, help="commits of each size")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10, 1], help="articles of a commit")
    options = parser.parse_args()
    rng = random.Random(1)
    old = list(itertools.islice(articles(range(2021, 2025)), options.base))
    new = list(commits(articles([2025, 2026]), options))
    lines = queries(options.queries, [a["text"] for a in old + sum(new, [])], rng)
    bench = [f"{options.programs}/dateline-bench"]
    with tempfile.TemporaryDirectory() as folder:
        arguments = [folder, str(checkout / "index"), "standing"]

        def run(lines, groups):
            text = [*lines, "", *(line for group in groups for line in [*map(json.dumps, group), ""])]
            return subprocess.run(
                bench + arguments, input="\n".join(text) + "\n", text=True, check=True, stdout=subprocess.PIPE
            ).stdout

        run(["zzzz"], [old])
        measured = [[float(part) for part in line.split("\t")] for line in run(lines, new).splitlines()]
    print(f"{options.queries} queries, {options.base} articles in the index, {options.commits} commits of each size")
    print("articles  passages  searches  matches  ms: median  most")
    for size in options.sizes:
        own = [row for row in measured[1:] if row[0] == size]
        passages, runs, matches, times = [sorted(column) for column in zip(*(row[1:] for row in own))]
        middle = len(own) // 2
        print(f"{size:8} {passages[middle]:9.0f} {runs[middle]:9.0f} {matches[middle]:8.0f} {times[middle]:11.1f} {times[-1]:5.1f}")


if __name__ == "__main__":
    main()
