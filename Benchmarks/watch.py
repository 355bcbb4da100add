"""Standing queries after each commit: makes queries and articles, and runs `dateline-bench INDEX TABLES standing`.

    python3 Benchmarks/watch.py .build/release [--queries 10000] [--base 5000] [--commits 10]
"""

import argparse
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs")
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--base", type=int, default=5_000)
    parser.add_argument("--commits", type=int, default=10)
    options = parser.parse_args()
    rng = random.Random(1)
    old = []
    for article in articles(range(2021, 2025)):
        if len(old) == options.base:
            break
        old.append(article)
    new = []
    for article in articles([2025, 2026]):
        if len(new) == 100 * options.commits:
            break
        new.append(article)
    lines = queries(options.queries, [a["text"] for a in old + new], rng)
    lines += [""] + [json.dumps(a) for a in new]
    bench = [f"{options.programs}/dateline-bench"]
    with tempfile.TemporaryDirectory() as folder:
        base = [json.dumps(a) for a in old[: len(old) // 100 * 100]]
        fill = "\n".join(["zzzz", ""] + base) + "\n"
        arguments = [folder, str(checkout / "index"), "standing"]
        subprocess.run(bench + arguments, input=fill, text=True, check=True, stdout=subprocess.DEVNULL)
        run = subprocess.run(
            bench + arguments, input="\n".join(lines) + "\n", text=True, check=True, stdout=subprocess.PIPE)
        sys.stdout.write(run.stdout)


if __name__ == "__main__":
    main()
