"""Builds what the side-by-side benchmark runs on: tools, corpus, one index an engine. Everything is kept under a folder
outside git and made again only when what it was made of has changed."""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = os.path.join(HERE, "engines")
JARS = ":".join(f"/usr/share/java/lucene-{part}.jar" for part in ("core-8.7.0", "analyzers-common-8.7.0", "facet-8.7.0"))


def say(text):
    print(f"· {text}", file=sys.stderr, flush=True)


def newer(file, *sources):
    """Whether a file exists and is not older than any of its sources."""
    return os.path.exists(file) and all(os.path.getmtime(file) >= os.path.getmtime(source) for source in sources)


def megabytes(path):
    if os.path.isfile(path):
        return os.path.getsize(path) / 1e6
    return sum(os.path.getsize(os.path.join(folder, file)) for folder, _, files in os.walk(path) for file in files) / 1e6


def measured(command, **options):
    """Runs a command; its wall time, CPU time, peak memory, and the last line that it printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    output = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed with status {process.returncode}")
    return {"seconds": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss / 1e3, "note": output.splitlines()[-1] if output else ""}


class Place:
    """The folder of the benchmark and the paths in it."""

    def __init__(self, folder, programs, data, size):
        self.folder = os.path.abspath(folder)
        self.programs = os.path.abspath(programs)
        self.data = data
        self.size = size
        self.tables = os.path.join(HERE, "..", "index")
        os.makedirs(self.of_size(), exist_ok=True)

    def tool(self, name):
        return os.path.join(self.folder, name)

    def of_size(self, *names):
        return os.path.join(self.folder, str(self.size), *names)

    @property
    def python(self):
        return self.tool("venv/bin/python")


def tools(place):
    for name in ("export", "xapian_build", "xapian_search"):
        source = f"{ENGINES}/{name}.cc"
        if not newer(place.tool(name), source):
            subprocess.run(["g++", "-O2", "-std=c++17", source, "-o", place.tool(name), "-lxapian"], check=True)
    source = f"{ENGINES}/LuceneBench.java"
    if not newer(place.tool("java/LuceneBench.class"), source):
        subprocess.run(["javac", "-cp", JARS, "-d", place.tool("java"), source], check=True)
    if not os.path.exists(place.python):
        say("installing tantivy from PyPI into a virtual environment")
        subprocess.run([sys.executable, "-m", "venv", place.tool("venv")], check=True)
        subprocess.run([place.python, "-m", "pip", "install", "-q", "tantivy==0.27.0"], check=True)


def corpus(place):
    file, maker = place.of_size("corpus.ndjson"), f"{HERE}/corpus.py"
    if not newer(file, maker):
        say(f"making a corpus of {place.size} passages")
        subprocess.run([sys.executable, maker, f"{place.data}/whitehouse", str(place.size), file + ".new"], check=True)
        os.rename(file + ".new", file)
    return file


class Daemon:
    """A datelined of the benchmark's own; `stop` gives its CPU time and peak memory."""

    def __init__(self, place, index):
        self.socket = place.tool("socket")
        command = [f"{place.programs}/datelined", "--index", index, "--socket", self.socket, "--tables", place.tables,
                   "--log", "warning"]
        self.process = subprocess.Popen(command)
        while not os.path.exists(self.socket):
            if self.process.poll() is not None:
                sys.exit("datelined does not start")
            time.sleep(0.01)
        time.sleep(0.2)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        _, _, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = 0
        return usage


def dateline(place, records):
    """Dateline's index, made through the socket with recognition of entities, by the programs as they are now."""
    index, file = place.of_size("dateline"), corpus(place)
    stamp = place.of_size("dateline.json")
    if not newer(stamp, file, f"{place.programs}/datelined"):
        say("indexing with dateline")
        shutil.rmtree(index, ignore_errors=True)
        daemon = Daemon(place, index)
        record = measured([f"{place.programs}/dateline", "index", "--socket", daemon.socket, file])
        usage = daemon.stop()
        record["client"] = {"cpu": record["cpu"], "memory": record["memory"]}
        record.update(cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1e3, size=megabytes(index))
        subprocess.run(["xapian-compact", f"{index}/db", f"{index}-compact"], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        record["compact"] = megabytes(f"{index}-compact")
        shutil.rmtree(f"{index}-compact")
        save(stamp, record)
    records["dateline"] = load(stamp)
    return index


def export(place, index):
    """The passages for the other engines, in the order of the corpus, with the terms and names that Dateline holds."""
    file, words = place.of_size("passages.tsv"), place.of_size("words.tsv")
    if newer(file, place.of_size("dateline.json"), place.tool("export")):
        return file, words
    say("exporting terms and names")
    for what, output in (("words", words), ("passages", file + ".exported")):
        with open(output, "wb") as out:
            subprocess.run([place.tool("export"), f"{index}/db", what], stdout=out, check=True)
    offsets, offset = {}, 0
    with open(file + ".exported", "rb") as exported:
        for line in exported:
            offsets.setdefault(line.split(b"\t", 2)[1], offset)
            offset += len(line)
    number = 0
    with open(file + ".exported", encoding="utf-8", newline="\n") as exported, \
            open(corpus(place), encoding="utf-8") as articles, open(file + ".new", "w", encoding="utf-8") as out:
        for line in articles:
            article = json.loads(line)
            exported.seek(offsets[article["id"].encode()])
            for text in article["passages"]:
                _, name, within, date, *rest = exported.readline().rstrip(" \n").split("\t")
                assert name == article["id"], "the index holds other passages than the corpus"
                number += 1
                row = [str(number), name, within, date, article["section"], article["source"], *rest, text]
                out.write("\t".join(row) + "\n")
    os.remove(file + ".exported")
    os.rename(file + ".new", file)
    return file, words


def others(place, passages, records):
    """The other engines' indexes, each built in a process of its own."""
    content = hash_of(passages)
    commands = {
        "xapian-plain": [place.tool("xapian_build"), "plain", passages],
        "xapian": [place.tool("xapian_build"), "terms", passages],
        "tantivy": [place.python, f"{ENGINES}/tantivy_bench.py", "build", passages],
        "lucene": ["java", "-Xmx2g", "-cp", f"{JARS}:{place.tool('java')}", "LuceneBench", "build", passages],
        "fts5": [place.python, f"{ENGINES}/fts5_bench.py", "build", passages],
    }
    for name, command in commands.items():
        output, stamp = place.of_size(name), place.of_size(f"{name}.json")
        source = command[0] if "xapian" in name else next(
            f"{ENGINES}/{file}" for file in os.listdir(ENGINES) if file.lower().startswith(name))
        if not newer(stamp, source) or load(stamp).get("content") != content:
            say(f"building {name}")
            for left in (output, output + ".loose"):
                shutil.rmtree(left, ignore_errors=True)
            target = f"{output}/index" if name == "fts5" else output
            record = measured(command + [target])
            save(stamp, {**record, "size": megabytes(output), "content": content})
        records[name] = load(stamp)


def hash_of(file):
    digest = hashlib.sha256()
    with open(file, "rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def save(file, record):
    with open(file, "w", encoding="utf-8") as out:
        json.dump(record, out, indent=1)


def load(file):
    with open(file, encoding="utf-8") as record:
        return json.load(record)
