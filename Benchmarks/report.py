"""The benchmark's report: Markdown tables on standard output."""
import datetime
import os
import platform
import statistics
import subprocess

import prepare

NAMES = {
    "dateline": "Dateline, in process", "socket": "Dateline, over its socket",
    "xapian": "Xapian, its recipe", "xapian-lists": "Xapian, exact lists", "tantivy": "tantivy", "lucene": "Lucene 8",
    "fts5": "SQLite FTS5",
}
TITLES = {
    "top": "Top 10 and the exact total",
    "fast": "Top 10 without a total (engines may skip passages)",
    "facets": "Top 10, total and three facets",
    "drill": "Drill-down: one name selected, top 10, total, three facets; the selected field keeps its siblings",
    "narrow": "Drill-down where the selected field is counted within the filter as well (less work than Dateline does)",
}
# Who is compared with whom, by which share of the queries, and what is aimed at.
GOALS = [
    ("facets", "dateline", "tantivy", 50, "≤ 0.6"), ("facets", "dateline", "tantivy", 95, "≤ 0.4"),
    ("facets", "dateline", "xapian", 50, "≤ 1/30 = 0.033"), ("drill", "dateline", "tantivy", 50, "≤ 0.3"),
    ("top", "dateline", "xapian", 50, "≤ 1/4 = 0.25"), ("top", "dateline", "lucene", 50, "≤ 1.0"),
    ("top", "dateline", "tantivy", 50, "≤ 2.0"),
]


def percentile(values, share):
    """The nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def medians(times, what="ns"):
    """For each query the median of its rounds, in µs. The first round warmed up, unless it was the only one."""
    result = {}
    for position, answers in times.items():
        kept = answers[1:] or answers
        result[position] = statistics.median(answer[what] for answer in kept) / 1e3
    return result


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|---" * len(header) + "|")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def whole(value):
    return f"{value:,.0f}" if value >= 9.5 else f"{value:.1f}"


def heading(place):
    def first(command):
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().splitlines()[:1]

    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown")
    with open("/proc/meminfo", encoding="utf-8") as lines:
        memory = int(next(lines).split()[1]) / 1e6
    revision = "".join(first(["git", "describe", "--always", "--dirty"]))
    print(f"# {place.size:,} passages, {datetime.date.today()}\n")
    xapian = "".join(first(["xapian-config", "--version"])).split(" ")[-1]
    lucene = prepare.JARS.split("-")[-1].removesuffix(".jar")
    print(f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.release()}; "
          f"Dateline {revision}, Xapian {xapian}, tantivy {prepare.TANTIVY}, "
          f"Lucene {lucene}, Python {platform.python_version()}. Load average at the start: {os.getloadavg()[0]:.1f}.\n")


def searches(name, asked, times, faults, checks):
    print(f"## {len(asked)} queries: {name}\n")
    print("µs, medians of the rounds a query. Every engine also reads the text of its ten hits; the last columns leave "
          "that out. Dateline's times hold its highlights, entities and article records as well.\n")
    results = {key: medians(of) for key, of in times.items()}
    for mode, title in TITLES.items():
        rows = []
        for engine in NAMES:
            if not results.get((mode, engine)):
                continue
            values = list(results[mode, engine].values())
            search = list(medians(times[mode, engine], "search").values())
            bare = ["", ""] if engine in ("dateline", "socket") else [whole(percentile(search, p)) for p in (50, 95)]
            rows.append([NAMES[engine]] + [whole(percentile(values, p)) for p in (50, 95, 99)] + bare)
        if rows:
            print(f"### {title}\n")
            table(["", "p50", "p95", "p99", "ids only p50", "p95"], rows)
    kinds(asked, results)
    goals(results)
    first = [answers[0]["ns"] / 1e3 for answers in times.get(("top", "dateline"), {}).values()]
    if first:
        print(f"Dateline's top 10 when a query is asked for the first time: p50 {whole(percentile(first, 50))}, "
              f"p95 {whole(percentile(first, 95))} µs.\n")
    print(f"Answers compared: {checks}; differences: {len(faults)}.\n")
    for fault in faults[:20]:
        print(f"* {fault}")
    if faults:
        print()


def kinds(asked, results):
    """The medians of each kind of query."""
    for mode in ("top", "facets"):
        engines = [engine for engine in NAMES if results.get((mode, engine))]
        rows = []
        for kind in dict.fromkeys(query["kind"] for query in asked):
            positions = [position for position, query in enumerate(asked) if query["kind"] == kind]
            rows.append([kind] + [
                whole(statistics.median(results[mode, engine][position] for position in positions))
                for engine in engines])
        print(f"### By kind, p50: {TITLES[mode].lower()}\n")
        table([""] + [NAMES[engine] for engine in engines], rows)


def goals(results):
    rows = []
    for mode, ours, other, share, aim in GOALS:
        if results.get((mode, ours)) and results.get((mode, other)):
            a, b = (percentile(results[mode, engine].values(), share) for engine in (ours, other))
            what = TITLES[mode].split(":")[0]
            rows.append([what, f"{NAMES[ours]} / {NAMES[other]}", f"p{share}", f"{a / b:.3f}", aim])
    if results.get(("top", "dateline")) and results.get(("top", "socket")):
        for mode in ("top", "facets"):
            a, b = (percentile(results[mode, engine].values(), 50) for engine in ("socket", "dateline"))
            rows.append([TITLES[mode], "socket − in process", "p50", f"{a - b:.0f} µs", "≤ 100 µs"])
    if rows:
        print("### Ratios\n")
        table(["", "", "", "measured", "goal"], rows)


def indexing(place, records, memory):
    print("## Indexing\n")
    print("Dateline: `dateline index` end to end: parsing, tokenizing, stemming, recognizing entities, durable. The "
          "others get names, and all but the first Xapian get terms, that Dateline has made.\n")
    titles = {"dateline": "Dateline (two cores, with recognition)",
              "xapian-plain": "Xapian, plain loop (TermGenerator, raw and Z terms, one thread)",
              "xapian": "Xapian, given terms", "bulk": "CGlassBulk, segments and their merge, given terms",
              "tantivy": "tantivy, given terms", "lucene": "Lucene, given terms",
              "fts5": "SQLite FTS5, given terms"}
    rows = []
    for name, title in titles.items():
        record = records[name]
        rows.append([
            title, f"{record['seconds']:.1f}", f"{place.size / record['seconds']:,.0f}", f"{record['cpu']:.1f}",
            f"{record['memory']:,.0f}", f"{record['size']:,.0f}", record["note"]])
    table(["", "s", "passages a second", "CPU s", "peak MB", "MB on disk", "it says"], rows)
    ours, plain = records["dateline"], records["xapian-plain"]
    building = float(plain["note"].split()[0])
    rows = [
        ["passages a CPU second, CGlassBulk / Xapian, given terms",
         f"{records['xapian']['cpu'] / records['bulk']['cpu']:.2f}", "≥ 7"],
        ["seconds, Dateline / tantivy", f"{ours['seconds'] / records['tantivy']['seconds']:.2f}", "≤ 1.5"],
        ["peak MB of Dateline", f"{ours['memory']:,.0f}", "≤ 1,000"],
        ["passages a second / Xapian's plain loop, uncompacted", f"{building / ours['seconds']:.2f}", "≥ 3"],
        ["size / Xapian with raw and Z terms, compacted", f"{ours['size'] / plain['size']:.2f}", "≤ 0.7"],
        ["the same with Dateline's compacted too", f"{ours['compact'] / plain['size']:.2f}", ""],
    ]
    table(["", "measured", "goal"], rows)
    print("### Peak memory while searching\n")
    print("Resident, with the pages of mapped files that were touched.\n")
    table(["", "MB"], [[NAMES[name], f"{memory[name]:,.0f}"] for name in NAMES if name in memory])


def throughput(alone, one, two):
    print("### Two clients\n")
    print("Searches with three facets in process; a client asks again as soon as it has its answer.\n")
    table(["", "searches a second"], [
        ["one client, one core", f"{alone:,.0f}"], ["one client, broad queries on both cores", f"{one:,.0f}"],
        ["two clients", f"{two:,.0f}"]])
    table(["", "measured", "goal"], [
        ["two clients / one on one core", f"{two / alone:.2f}", "≥ 1.7"],
        ["two clients / one on both cores", f"{two / one:.2f}", ""]])
