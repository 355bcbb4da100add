"""Builds what the side-by-side benchmark runs on: tools, corpus, one index an engine. Everything is kept in a folder
outside git and made again only when what it is made of has changed."""
import atexit
import glob
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = os.path.join(HERE, "engines")
BULK = os.path.join(HERE, "..", "CShims", "CGlassBulk")
TANTIVY = "0.27.0"
JARS = ":".join(
    jar for part in ("core", "analyzers-common", "facet")
    for jar in sorted(glob.glob(f"/usr/share/java/lucene-{part}-8*.jar")))


def say(text):
    print(f"· {text}", file=sys.stderr, flush=True)


def digest(*parts):
    """A hash of files' contents and of other values."""
    total = hashlib.sha256()
    for part in parts:
        if not (isinstance(part, str) and os.path.isfile(part)):
            total.update(repr(part).encode())
            continue
        with open(part, "rb") as content:
            while block := content.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def make(output, key, maker):
    """Calls `maker` unless `output` was made of what `key` stands for. Returns the record that the maker gave then."""
    stamp = output + ".made"
    if os.path.exists(output) and os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as stored:
            stored = json.load(stored)
        if stored["key"] == key:
            return stored["record"]
    remove(stamp)
    record = maker()
    with open(stamp, "w", encoding="utf-8") as out:
        json.dump({"key": key, "record": record}, out, indent=1)
    return record


def remove(*paths):
    for path in paths:
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)


def megabytes(path):
    if os.path.isfile(path):
        return os.path.getsize(path) / 1e6
    files = (os.path.join(folder, file) for folder, _, files in os.walk(path) for file in files)
    return sum(os.path.getsize(file) for file in files) / 1e6


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


class Workshop:
    """The folder where programs for the benchmarks are built and kept."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        os.makedirs(self.folder, exist_ok=True)

    def tool(self, name):
        return os.path.join(self.folder, name)

    @property
    def python(self):
        return self.tool("venv/bin/python")


class Place(Workshop):
    """The folder of the speed benchmark and the paths in it."""

    def __init__(self, folder, programs, data, size):
        super().__init__(folder)
        self.programs = os.path.abspath(programs)
        self.data = data
        self.size = size
        self.tables = os.path.join(HERE, "..", "index")
        os.makedirs(self.of_size(), exist_ok=True)

    def of_size(self, *names):
        return os.path.join(self.folder, str(self.size), *names)


def command(*words):
    return lambda: subprocess.run(words, check=True) and None


def program(workshop, name):
    """The path of a C++ program over Xapian, compiled."""
    source, output = f"{ENGINES}/{name}.cc", workshop.tool(name)
    bulk = sorted(glob.glob(f"{BULK}/*.cc")) if name == "xapian_build" else []
    headers = sorted(glob.glob(f"{BULK}/**/*.h*", recursive=True)) if bulk else []
    make(output, digest(source, *bulk, *headers), command(
        "g++", "-O2", "-std=c++17", "-pthread", f"-I{BULK}/include", source, *bulk, "-o", output, "-lxapian", "-ldeflate"))
    return output


def classes(workshop, name, folder):
    """The folder with the classes of a Java program over Lucene, compiled."""
    source, output = f"{ENGINES}/{name}.java", workshop.tool(folder)
    make(output, digest(source, JARS), command("javac", "-cp", JARS, "-d", output, source))
    return output


def environment(workshop):
    """The Python of a virtual environment that has tantivy."""
    def run():
        say("installing tantivy from PyPI into a virtual environment")
        remove(workshop.tool("venv"))
        subprocess.run([sys.executable, "-m", "venv", workshop.tool("venv")], check=True)
        subprocess.run([workshop.python, "-m", "pip", "install", "-q", f"tantivy=={TANTIVY}"], check=True)

    make(workshop.tool("venv"), digest(TANTIVY, sys.version), run)
    return workshop.python


def tools(place):
    for name in ("export", "xapian_build", "xapian_search"):
        program(place, name)
    classes(place, "LuceneBench", "java")
    environment(place)


def corpus(place):
    """The file of articles."""
    file, maker = place.of_size("corpus.ndjson"), f"{HERE}/corpus.py"
    releases = sorted(glob.glob(f"{place.data}/whitehouse/*.jsonl.gz"))

    def run():
        say(f"making a corpus of {place.size} passages")
        subprocess.run([sys.executable, maker, file, str(place.size), *releases], check=True, stdout=sys.stderr)

    make(file, digest(maker, place.size, *releases), run)
    return file


class Daemon:
    """A datelined of the benchmark's own; `stop` gives its CPU time and peak memory."""

    def __init__(self, place, index):
        self.socket = place.tool("socket")
        self.process = subprocess.Popen([
            f"{place.programs}/datelined", "--index", index, "--socket", self.socket, "--tables", place.tables,
            "--log", "warning"])
        atexit.register(self.process.terminate)
        while not self.answers():
            if self.process.poll() is not None:
                sys.exit("datelined does not start")
            time.sleep(0.02)

    def answers(self):
        with socket.socket(socket.AF_UNIX) as connection:
            return connection.connect_ex(self.socket) == 0

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        _, _, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = 0
        return usage


def dateline(place):
    """Dateline's index, made through the socket with recognition of entities, by the programs as they are now."""
    index = place.of_size("dateline")
    file = corpus(place)
    tables = sorted(glob.glob(f"{place.tables}/gazetteers/*.tsv"))
    key = digest(file, f"{place.programs}/dateline", f"{place.programs}/datelined", *tables)

    def run():
        say("indexing with dateline")
        remove(index)
        daemon = Daemon(place, index)
        record = measured([f"{place.programs}/dateline", "index", "--socket", daemon.socket, file])
        usage = daemon.stop()
        record.update(cpu=record["cpu"] + usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1e3,
                      size=megabytes(index))
        compact = index + "-compact"
        remove(compact)
        subprocess.run(["xapian-compact", f"{index}/db", compact], check=True, capture_output=True)
        record["compact"] = megabytes(compact)
        remove(compact)
        return record

    return index, make(index, key, run), key


def export(place, index, made_of):
    """The passages for the other engines, in the order of the corpus, with the terms and names that Dateline holds."""
    file, words = place.of_size("passages.tsv"), place.of_size("words.tsv")
    exported = file + ".exported"

    def run():
        say("exporting terms and names")
        for what, output in (("words", words), ("passages", exported)):
            with open(output, "wb") as out:
                subprocess.run([place.tool("export"), f"{index}/db", what], stdout=out, check=True)
        join(exported, corpus(place), file)
        remove(exported)

    make(file, digest(made_of, place.tool("export")), run)
    return file, words


def join(exported, articles, output):
    """Puts the exported passages into the order of the articles, and adds section, source and text."""
    offsets, offset = {}, 0
    with open(exported, "rb") as lines:
        for line in lines:
            offsets.setdefault(line.split(b"\t", 2)[1], offset)
            offset += len(line)
    number = 0
    with open(exported, encoding="utf-8", newline="\n") as lines, open(articles, encoding="utf-8") as corpus_lines, \
            open(output, "w", encoding="utf-8") as out:
        for line in corpus_lines:
            article = json.loads(line)
            lines.seek(offsets[article["id"].encode()])
            for text in article["passages"]:
                _, name, within, date, *rest = lines.readline().rstrip(" \n").split("\t")
                if name != article["id"]:
                    sys.exit(f"the index has other passages of {article['id']} than the corpus")
                number += 1
                row = [str(number), name, within, date, article["section"], article["source"], *rest, text]
                out.write("\t".join(row) + "\n")


def others(place, passages):
    """The other engines' indexes, each built in a process of its own; a record of each."""
    content = digest(passages)
    commands = {
        "xapian-plain": ([place.tool("xapian_build"), "plain"], "xapian_build.cc"),
        "xapian": ([place.tool("xapian_build"), "terms"], "xapian_build.cc"),
        "bulk": ([place.tool("xapian_build"), "bulk"], "xapian_build.cc"),
        "tantivy": ([place.python, f"{ENGINES}/tantivy_bench.py", "build"], "tantivy_bench.py"),
        "lucene": (java(place, "build"), "LuceneBench.java"),
        "fts5": ([place.python, f"{ENGINES}/fts5_bench.py", "build"], "fts5_bench.py"),
    }
    records = {}
    for name, (command, source) in commands.items():
        output = place.of_size(name)

        def run():
            say(f"building {name}")
            remove(output)
            record = measured(command + [passages, output])
            return {**record, "size": megabytes(output)}

        records[name] = make(output, digest(content, f"{ENGINES}/{source}"), run)
    return records


def java(place, verb):
    return ["java", "-Xmx2g", "-cp", f"{JARS}:{place.tool('java')}", "LuceneBench", verb]
