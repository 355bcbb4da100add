#!/bin/sh
# Indexes the White House corpus through the socket and runs 1,000 searches with three facets each; prints the figures.
# usage: Benchmarks/whitehouse.sh FOLDER-OF-THE-PROGRAMS        (run in the checkout; needs ../shared/data and python3)
# Times are of this machine at this moment; see Benchmarks/README.md for how to compare.
set -eu

programs=${1:?folder of the programs}
data=../shared/data
[ -d $data/whitehouse ] || { echo "$data/whitehouse is absent: nothing to measure"; exit 1; }
place=$(mktemp -d)
export DATELINE_SOCKET="$place/socket" DATELINE_INDEX="$place/index" DATELINE_TABLES="$PWD/index" XDG_STATE_HOME="$place"
stop() {
    if [ -s "$place/index/lock" ]; then kill "$(cat "$place/index/lock")" 2>/dev/null || true; fi
    rm -rf "$place"
}
trap stop EXIT

daemon_memory() { awk '/^VmHWM/ {printf "%d MB\n", $2 / 1024}' "/proc/$(cat "$place/index/lock")/status"; }

start=$(date +%s.%N)
"$programs/dateline" index $data/whitehouse
end=$(date +%s.%N)
passages=$("$programs/dateline" count --by passage '*')
echo "$passages $start $end" | awk '{printf "indexing: %d passages in %.1f s, %.0f passages a second\n", $1, $3 - $2, $1 / ($3 - $2)}'
echo "daemon, peak memory after indexing: $(daemon_memory)"
echo "database: $(du -sm "$place/index/db" | cut -f1) MB"

python3 - "$DATELINE_SOCKET" $data/queries/search-benchmark-game.jsonl <<'PYTHON'
import http.client, json, socket, sys, time, urllib.parse

path, file = sys.argv[1:]
connection = http.client.HTTPConnection("localhost")
connection.sock = socket.socket(socket.AF_UNIX)
connection.sock.connect(path)
queries = [json.loads(line)["query"] for line in open(file)]
queries = (queries + queries)[:1000]
times, statuses = [], {}
for query in queries:
    parameters = [("q", query), ("facet", "person"), ("facet", "place"), ("facet", "organization")]
    start = time.perf_counter()
    connection.request("GET", "/v1/search?" + urllib.parse.urlencode(parameters))
    reply = connection.getresponse()
    reply.read()
    times.append((time.perf_counter() - start) * 1000)
    statuses[reply.status] = statuses.get(reply.status, 0) + 1
times.sort()
print(f"searches with three facets, over the socket: statuses {statuses}, "
      f"p50 {times[500]:.1f} ms, p95 {times[950]:.1f} ms, p99 {times[990]:.1f} ms, slowest {times[-1]:.1f} ms")
PYTHON
echo "daemon, peak memory after searching: $(daemon_memory)"
