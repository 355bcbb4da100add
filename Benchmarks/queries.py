"""The queries of the side-by-side benchmark: drawn from the corpus itself by the frequencies of its terms, and a sample
of the search-benchmark-game's. The same corpus gives the same queries."""
import json
import random
import re

EACH = 24           # queries of a kind
GAME = 200          # queries of the game's that are taken
SEED = 7

# Kind: operator, number of terms, least and greatest share of the passages that has each term.
KINDS = {
    "rare": ("term", 1, 0.000003, 0.0002),
    "mid": ("term", 1, 0.0005, 0.005),
    "common": ("term", 1, 0.02, 0.25),
    "and2": ("and", 2, 0.001, 0.02),
    "and2 broad": ("and", 2, 0.02, 0.25),
    "and3": ("and", 3, 0.002, 0.1),
    "or2": ("or", 2, 0.0005, 0.01),
    "or4": ("or", 4, 0.0005, 0.02),
    "broad or": ("or", 3, 0.02, 0.25),
    "phrase": ("phrase", 2, 0.001, 0.25),
}
FIELDS = ["person", "place", "organization"]
PLAIN = re.compile(r"[a-z0-9]{2,}")


class Words:
    """A word for each term, which Dateline's analysis makes that term of, and the term's frequency."""

    def __init__(self, file):
        self.terms, self.words, self.frequency = {}, {}, {}
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                word, term, frequency = line.rstrip("\n").split("\t")
                if PLAIN.fullmatch(word) and PLAIN.fullmatch(term):
                    self.terms[word] = term
                    self.words.setdefault(term, word)
                    self.frequency[term] = int(frequency)

    def between(self, terms, low, high):
        return [term for term in terms if low <= self.frequency.get(term, 0) <= high]


def made(kind, op, words, terms, filter=""):
    """A query in the form of the protocol: Dateline reads the text, the others the terms."""
    text = {"or": " OR ", "and": " AND "}.get(op, " ").join(words)
    return {"kind": kind, "op": op, "terms": " ".join(terms), "filter": filter,
            "text": f'"{text}"' if op == "phrase" else text}


def sampled(passages, size):
    """Some passages: their terms, and one of their names as FIELD=NAME. Passages without a name are passed over."""
    generator = random.Random(SEED)
    wanted = set(generator.sample(range(size), min(size, 100_000)))
    result = []
    with open(passages, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number not in wanted:
                continue
            row = line.split("\t")
            names = [f"{field}={name}" for field, column in zip(FIELDS, row[6:9])
                     for name in column.split("\x1f") if name]
            if names:
                result.append((row[9].split(), generator.choice(names)))
    generator.shuffle(result)
    return result


def drawn(passages, size, words):
    """EACH queries of each kind. A query's terms stand in one passage, so it has a match, and so has its filter."""
    generator = random.Random(SEED)
    pool = iter(sampled(passages, size))
    for kind, (op, count, least, greatest) in KINDS.items():
        low, high = max(2, least * size), max(5, greatest * size)
        seen = set()
        for terms, filter in pool:
            if op == "phrase":
                count = 3 if len(seen) % 3 == 2 else 2
                start = generator.randrange(max(1, len(terms) - count))
                chosen = terms[start:start + count]
                fits = len(words.between(chosen, low, high)) == len(chosen) == count
            else:
                fitting = sorted(set(words.between(terms, low, high)))
                fits = len(fitting) >= count
                chosen = generator.sample(fitting, count) if fits else []
            if fits and tuple(chosen) not in seen:
                seen.add(tuple(chosen))
                yield made(kind, op, [words.words[term] for term in chosen], chosen, filter)
            if len(seen) == EACH:
                break


def of_game(file, words):
    """Some of the game's queries whose words the corpus has."""
    usable = []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["query"].lower()
            parts = text.strip('"').replace("+", "").split()
            if not parts or not all(part in words.terms for part in parts):
                continue
            if text.startswith('"') and text.endswith('"'):
                op = "phrase"
            elif len(parts) == 1:
                op = "term"
            elif text.count("+") == len(parts):
                op = "and"
            elif "+" not in text:
                op = "or"
            else:
                continue
            op = "term" if len(parts) == 1 else op
            usable.append(made(f"game {op}", op, parts, [words.terms[part] for part in parts]))
    return random.Random(SEED).sample(usable, min(GAME, len(usable)))
