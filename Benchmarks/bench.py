#!/usr/bin/env python3
"""The side-by-side benchmark: the same searches in Dateline and in other engines, interleaved in one go.

usage: bench.py PROGRAMS [prepare]     (in the checkout; PROGRAMS holds dateline, datelined and dateline-bench)

`prepare` builds corpus and indexes and leaves it at that.

Environment: SIZE (passages, default 1000000), ROUNDS (default 3), ENGINES (names separated by commas, default all),
QUERIES (a query set: drawn, game or both, the default), BENCH (folder, default .build/bench), DATA (default
../shared/data). Markdown tables go to standard output, progress to standard error. Benchmarks/README.md explains.
"""
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse

import prepare
import queries
import report

# What an engine is asked for. "fast" is the page without a total, which lets an engine skip passages.
MODES = {
    "top": {"dateline", "socket", "xapian", "tantivy", "lucene", "fts5"},
    "fast": {"xapian", "tantivy", "lucene", "fts5"},
    "facets": {"dateline", "socket", "xapian", "xapian-lists", "tantivy", "lucene", "fts5"},
    "drill": {"dateline", "socket", "xapian", "xapian-lists", "tantivy", "lucene", "fts5"},
    "narrow": {"tantivy", "lucene"},
}
# An engine that needs longer than this for a query is asked once, not in every round.
SLOW = 1_000_000_000
FIELDS = ["person", "place", "organization"]


class Engine:
    """A process that answers one request a line."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        if self.process.stdout.readline().strip() != "ready":
            sys.exit(f"{command[0]} does not start")

    def ask(self, query, mode, check):
        # Facets of a drill-down are checked as well, so the filter goes with that mode alone.
        filter = query["filter"] if mode in ("drill", "narrow") else ""
        line = "\t".join([query["op"], mode, "1" if check else "0", filter, query["terms"], query["text"]])
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n").split("\t")
        if len(answer) != 5:
            sys.exit(f"{self.process.args[0]} gave no answer to {line}")
        count, search, fetch, scores, facets = answer
        return {"count": int(count) if count else None, "ns": int(search) + int(fetch), "search": int(search),
                "scores": [float(score) for score in scores.split(",") if score],
                "facets": facets.split(";") if facets else None}

    def memory(self):
        return peak_memory(self.process.pid)

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Socket:
    """datelined over its socket: one connection that stays open, the time from the first byte sent to the last read."""

    def __init__(self, place, index):
        self.daemon = prepare.Daemon(place, index)
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(self.daemon.socket)
        # One buffer for all replies: making one for each would cost as much as a good part of a small search.
        self.buffer = memoryview(bytearray(1 << 20))

    def ask(self, query, mode, check):
        parameters = [("q", query["text"]), ("by", "passage"), ("match", "all"), ("ranking", "bm25")]
        if mode == "drill":
            parameters.append(("where", query["filter"]))
        if mode != "top":
            parameters += [("facet", field) for field in FIELDS]
        request = f"GET /v1/search?{urllib.parse.urlencode(parameters)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        start = time.perf_counter_ns()
        self.connection.sendall(request)
        read = self.connection.recv_into(self.buffer)
        head = bytes(self.buffer[:1024])
        end = head.index(b"\r\n\r\n") + 4
        length = int(head[:end].lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while read < end + length:
            read += self.connection.recv_into(self.buffer[read:])
        ns = time.perf_counter_ns() - start
        reply = bytes(self.buffer[:read])
        if not reply.startswith(b"HTTP/1.1 200"):
            sys.exit(f"the daemon refused {query['text']}: {reply.decode()}")
        count = int(reply[end:].split(b'"total":{')[1].split(b'"passages":')[1].split(b"}")[0].split(b",")[0])
        return {"count": count, "ns": ns, "search": ns, "scores": [], "facets": None}

    def memory(self):
        return peak_memory(self.daemon.process.pid)

    def stop(self):
        self.connection.close()
        self.daemon.stop()


def peak_memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1e3 for line in status if line.startswith("VmHWM"))


def started(place, index, wanted):
    """The engines that are wanted, each with its index open."""
    # An index belongs to one process, so the one in process works on a copy.
    copy = place.of_size("dateline-copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(index, copy, ignore=shutil.ignore_patterns("lock"))
    commands = {
        "dateline": [f"{place.programs}/dateline-bench", copy, place.tables],
        "xapian": [place.tool("xapian_search"), place.of_size("xapian"), "recipe"],
        "xapian-lists": [place.tool("xapian_search"), place.of_size("xapian"), "lists"],
        "tantivy": [place.python, f"{prepare.ENGINES}/tantivy_bench.py", "search", place.of_size("tantivy")],
        "lucene": prepare.java(place, "search") + [place.of_size("lucene")],
        "fts5": [place.python, f"{prepare.ENGINES}/fts5_bench.py", "search", place.of_size("fts5")],
    }
    engines = {name: Engine(command) for name, command in commands.items() if name in wanted}
    if "socket" in wanted:
        engines["socket"] = Socket(place, index)
    return engines


def check(query, mode, answers, faults):
    """Compares what the engines found; they hold the same terms and names."""
    counts = {name: answer["count"] for name, answer in answers.items() if answer["count"] is not None}
    if mode != "fast" and len(set(counts.values())) > 1:
        faults.append(f"{mode} {query['op']} {query['text']!r}: matches {counts}")
    facets = {name: tuple(answer["facets"]) for name, answer in answers.items()
              if answer["facets"] is not None and name != "xapian" and mode in ("facets", "drill")}
    if len(set(facets.values())) > 1:
        faults.append(f"{mode} {query['op']} {query['text']!r}: facets {facets}")
    ours, stock = (answers.get(name, {}).get("scores") for name in ("dateline", "xapian"))
    if mode == "top" and ours and stock:
        if len(ours) != len(stock) or any(abs(a - b) > 1e-6 * max(a, b) for a, b in zip(ours, stock)):
            faults.append(f"top {query['op']} {query['text']!r}: scores {ours} and {stock}")


def run(engines, asked, rounds):
    """Times in nanoseconds by (mode, engine) and query, one a round; and what did not agree.

    A first round warms everything and compares the answers. Then for each query each engine answers in turn, and who
    begins goes around.
    """
    times, faults, checks = {}, [], 0
    for number in range(rounds + 1):
        for position, query in enumerate(asked):
            for mode, members in MODES.items():
                if mode in ("drill", "narrow") and not query["filter"]:
                    continue
                names = [name for name in engines if name in members]
                shift = (position + number) % max(1, len(names))
                answers = {}
                for name in names[shift:] + names[:shift]:
                    kept = times.setdefault((mode, name), {}).setdefault(position, [])
                    if number > 0 and kept and kept[0]["ns"] > SLOW:
                        continue
                    answer = answers[name] = engines[name].ask(query, mode, number == 0)
                    kept.append(answer)
                if number == 0:
                    checks += 1
                    check(query, mode, answers, faults)
        prepare.say(f"round {number} of {rounds} is done")
    return times, faults, checks


def throughput(place, asked):
    """Searches a second of Dateline in process with one client and with two, which alternate."""
    lines = ["\t".join([query["op"], "facets", "0", "", query["terms"], query["text"]]) for query in asked]
    command = [f"{place.programs}/dateline-bench", place.of_size("dateline-copy"), place.tables, "throughput"]
    answer = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    return [float(number) for number in answer.split("\t")]


def main():
    environment = os.environ.get
    place = prepare.Place(environment("BENCH", ".build/bench"), sys.argv[1], environment("DATA", "../shared/data"),
                          int(environment("SIZE", "1000000")))
    if not os.path.isdir(f"{place.data}/whitehouse"):
        sys.exit(f"{place.data}/whitehouse is absent: nothing to measure")
    everyone = sorted(set.union(*MODES.values()))
    wanted = environment("ENGINES", ",".join(everyone)).split(",")
    prepare.tools(place)
    index, record, made_of = prepare.dateline(place)
    passages, words = prepare.export(place, index, made_of)
    records = {"dateline": record, **prepare.others(place, passages)}
    if sys.argv[2:] == ["prepare"]:
        return
    vocabulary = queries.Words(words)
    sets = {"drawn": list(queries.drawn(passages, place.size, vocabulary)),
            "game": queries.of_game(f"{place.data}/queries/search-benchmark-game.jsonl", vocabulary)}
    chosen = {"both": ["drawn", "game"]}.get(environment("QUERIES", "both"), [environment("QUERIES")])
    engines = started(place, index, [name for name in everyone if name in wanted])
    report.heading(place)
    for name in chosen:
        prepare.say(f"{len(sets[name])} queries, {name}")
        times, faults, checks = run(engines, sets[name], int(environment("ROUNDS", "3")))
        report.searches(name, sets[name], times, faults, checks)
    report.indexing(place, records, {name: engine.memory() for name, engine in engines.items()})
    for engine in engines.values():
        engine.stop()
    if "dateline" in engines:
        report.throughput(*throughput(place, sets["drawn"]))
    shutil.rmtree(place.of_size("dateline-copy"))


main()
