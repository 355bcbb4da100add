#!/bin/sh
# Indexes the sample articles of seeds/ with a daemon of its own, searches them, and stops the daemon again.
# usage: docs/examples/demo.sh FOLDER-OF-THE-PROGRAMS        (run in the checkout; the index is index/db)
set -eu

PATH="${1:?folder of the programs}:$PATH"
place=$(mktemp -d)
export DATELINE_SOCKET="$place/socket" DATELINE_INDEX="$PWD/index" DATELINE_TABLES="$PWD/index" XDG_STATE_HOME="$place"
stop() {
    if [ -s index/lock ]; then kill "$(cat index/lock)" 2>/dev/null || true; fi
    rm -rf "$place"
}
trap stop EXIT

show() {
    printf '\n$ dateline'
    for word in "$@"; do
        case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    dateline "$@"
}

show index --base . seeds
show search -n 3 --facet person --facet place abraham accords
show search -n 1 --where 'person=Ilham Aliyev' --since 2025-08 kazakhstan
show facet organization -n 5
show count --by passage Nvidia
