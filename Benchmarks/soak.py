#!/usr/bin/env python3
"""The endurance test: a daemon under mixed load, watched for errors, hanging requests and growing memory.

usage: soak.py PROGRAMS      (PROGRAMS holds dateline and datelined)

Environment: MINUTES of mixed load (default 10), ARTICLES in the index before (default 20000), TABLES (default index).
Prints what was seen, one line a figure; ends with status 1 when something was lost, hung, refused without 503, or grew.
"""
import http.client
import json
import multiprocessing
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HANG = 30
QUERIES = ["river", "storm coast", "river OR storm OR vote", '"storm coast"', "vot*", "*", "market shares", "w12 OR w77 OR w140"]
FACETS = "&facet=person&facet=place&facet=source&facet=date.month"


class Unix(http.client.HTTPConnection):
    """A connection to the daemon's socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=HANG)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(HANG)
        self.sock.connect(self.path)

    def ask(self, method, target, body=None, type="application/x-ndjson"):
        self.request(method, target, body, {"Content-Type": type} if body else {})
        reply = self.getresponse()
        return reply.status, reply.read()


class Client:
    """Makes requests on one connection and counts the statuses of their replies: `hung` when none came in time, the name of the
    error when there was another. After these it connects anew."""

    def __init__(self, path):
        self.path = path
        self.connection = Unix(path)
        self.statuses = {}

    def attempt(self, *request, expected=()):
        """Makes a request and gives its status. One of the `expected` counts as 200."""
        try:
            status, _ = self.connection.ask(*request)
        except (http.client.HTTPException, OSError) as error:
            status = "hung" if isinstance(error, socket.timeout) else type(error).__name__
            self.connection.close()
            self.connection = Unix(self.path)
        counted = 200 if status in expected else status
        self.statuses[counted] = self.statuses.get(counted, 0) + 1
        return status


def article(generator, number):
    common = ["river", "flood", "court", "ruling", "market", "shares", "goal", "match", "storm", "coast", "vote"]
    people = ["Ada Stone", "Ben Marsh", "Cleo Hart", "Dan Wolfe"]
    passages = []
    for _ in range(generator.randrange(1, 9)):
        words = [f"w{int(generator.paretovariate(0.6)) % 20000}" if generator.random() < 0.7 else generator.choice(common)
                 for _ in range(generator.randrange(20, 60))]
        passages.append(f"{' '.join(words)}, said {generator.choice(people)}.")
    day = 1 + number % 28
    return json.dumps({"id": f"s/{number}", "title": generator.choice(common), "source": f"Press {number % 7}",
                       "date": f"2025-{1 + number % 12:02}-{day:02}", "text": "\n\n".join(passages)})


def search(path, seconds, seed, results):
    """Searches until the time is over; gives the times in milliseconds and how often each status came."""
    generator = random.Random(seed)
    client, times = Client(path), []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        query = generator.choice(QUERIES).replace(" ", "+").replace('"', "%22")
        by = generator.choice(["article", "passage", "story"])
        start = time.perf_counter()
        status = client.attempt("GET", f"/v1/search?q={query}{FACETS}&by={by}")
        times.append((time.perf_counter() - start) * 1000)
        if status == 503:
            time.sleep(0.05)
    results.put((times, client.statuses))


def write(path, seconds, seed, count, batch, results):
    """Replaces and deletes articles until the time is over; gives how many were brought in and how often each status came."""
    generator = random.Random(seed)
    client, articles = Client(path), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        lines = "\n".join(article(generator, generator.randrange(count)) for _ in range(batch))
        if client.attempt("POST", "/v1/articles", lines) == 200:
            articles += batch
        if generator.random() < 0.2:
            client.attempt("DELETE", f"/v1/articles/s%2F{generator.randrange(count)}", expected=[404])
    results.put((articles, client.statuses))


def together(*jobs):
    """Runs functions in processes of their own and gives their results, in the order of the jobs."""
    running = []
    for function, *arguments in jobs:
        results = multiprocessing.Queue()
        process = multiprocessing.Process(target=function, args=(*arguments, results))
        process.start()
        running.append((process, results))
    found = [results.get() for _, results in running]
    for process, _ in running:
        process.join()
    return found


def merged(found):
    statuses = {}
    for _, each in found:
        for status, count in each.items():
            statuses[status] = statuses.get(status, 0) + count
    return statuses


def quantile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def resident(pid):
    with open(f"/proc/{pid}/status") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def watch(pid, seconds, results):
    """Samples the daemon's memory, in MiB, each second."""
    samples = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        samples.append(resident(pid))
        time.sleep(1)
    results.put(samples)


def main():
    programs = sys.argv[1]
    minutes = float(os.environ.get("MINUTES", "10"))
    count = int(os.environ.get("ARTICLES", "20000"))
    failures = []

    def say(name, value, fails=False):
        print(f"{name}\t{value}{'  FAILS' if fails else ''}", flush=True)
        if fails:
            failures.append(name)

    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        path = folder + "/s"
        daemon = subprocess.Popen(
            [programs + "/datelined", "--index", folder + "/index", "--socket", path,
             "--tables", os.path.abspath(os.environ.get("TABLES", "index"))], stderr=open(folder + "/log", "w"))
        try:
            while not os.path.exists(path):
                time.sleep(0.05)
                if daemon.poll() is not None:
                    sys.exit(open(folder + "/log").read())
            generator = random.Random(1)
            lines = "\n".join(article(generator, number) for number in range(count))
            status, reply = Unix(path).ask("POST", "/v1/articles", lines)
            say("articles in the index", count, status != 200)

            idle = together((search, path, 20, 2))[0]
            busy, writing = together((search, path, 20, 3), (write, path, 20, 4, count, 2_000))
            say("p99 idle, ms", f"{quantile(idle[0], 0.99):.1f}")
            say("p99 while a bulk ingest runs, ms", f"{quantile(busy[0], 0.99):.1f}")
            say("their ratio", f"{quantile(busy[0], 0.99) / quantile(idle[0], 0.99):.2f}")
            say("articles brought in meanwhile", writing[0], set(writing[1]) != {200})

            crowd = together(*[(search, path, 60, seed) for seed in range(100, 164)])
            statuses = merged(crowd)
            say("replies to 64 clients in 60 s", json.dumps(statuses), not set(statuses) <= {200, 503} or 200 not in statuses)

            seconds = minutes * 60
            samples, writer, *searchers = together(
                (watch, daemon.pid, seconds), (write, path, seconds, 5, count, 20),
                *[(search, path, seconds, seed) for seed in range(200, 208)])
            statuses = merged(searchers)
            say("replies under mixed load", json.dumps(statuses), not set(statuses) <= {200, 503} or 200 not in statuses)
            say("writes under mixed load", json.dumps(writer[1]), set(writer[1]) != {200})
            warm = samples[len(samples) // 3:]
            before, after = (statistics.median(part) for part in (warm[:len(warm) // 4], warm[-len(warm) // 4:]))
            say("memory after warm-up, MiB", f"{before:.0f}")
            say("memory at the end, MiB", f"{after:.0f}", after > before * 1.1 + 16)
            daemon.send_signal(signal.SIGTERM)
            say("exit status", daemon.wait(60), daemon.returncode != 0)
            check = subprocess.run(["xapian-check", folder + "/index/db"], capture_output=True, text=True)
            say("xapian-check", check.returncode, check.returncode != 0)
        finally:
            if daemon.poll() is None:
                daemon.kill()
                daemon.wait()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
