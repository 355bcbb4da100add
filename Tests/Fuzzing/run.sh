#!/bin/sh
# Fuzzes each target for a while, several at a time, and prints how many inputs each has tried, and the sum.
# Usage: run.sh PROGRAM FOLDER [TARGET…]
# Environment: FUZZ_SECONDS for each target (30), JOBS at a time (the number of processors).
# FOLDER keeps corpora, logs and, in crashes/, the inputs that a target did not stand. Ends with 1 when there is one.
set -eu
program=$1
folder=$2
shift 2
mkdir -p "$folder/corpus" "$folder/logs" "$folder/crashes"

if [ "${1:-}" = --one ]; then
    target=$2
    corpus=$folder/corpus/$target
    log=$folder/logs/$target.log
    "$program" seeds "$target" "$corpus"
    DATELINE_FUZZ_SCRATCH=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo /tmp)" dateline-fuzz.XXXXXX)
    export DATELINE_FUZZ_SCRATCH
    words=
    [ ! -s "$corpus.words" ] || words=-dict=$corpus.words
    status=0
    # Xapian deletes a table under another type than it was made with; see CShims/Tests/run.sh.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:new_delete_type_mismatch=0 \
        "$program" "$target" -max_total_time="$FUZZ_SECONDS" -max_len=2048 -timeout=20 -rss_limit_mb=4096 \
        -print_final_stats=1 $words -artifact_prefix="$folder/crashes/$target-" "$corpus" \
        >"$log" 2>&1 || status=$?
    rm -rf "$DATELINE_FUZZ_SCRATCH"
    tried=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    # A crash leaves no statistics, but the number of the last progress line.
    tried=${tried:-$(sed -n 's/^#\([0-9]*\).*/\1/p' "$log" | tail -n 1)}
    result=$([ "$status" -eq 0 ] && echo ok || echo "FAILED: see $log")
    printf '%-12s %12d  %s\n' "$target" "${tried:-0}" "$result" | tee -a "$folder/summary"
    exit 0
fi

export FUZZ_SECONDS="${FUZZ_SECONDS:-30}"
[ $# -gt 0 ] || set -- $("$program" list)
: >"$folder/summary"
printf '%s\n' "$@" | xargs -P "${JOBS:-$(nproc)}" -n 1 sh "$0" "$program" "$folder" --one
awk '{ sum += $2 } END { printf "%-12s %12d\n", "all", sum }' "$folder/summary"
! grep -q FAILED "$folder/summary"
