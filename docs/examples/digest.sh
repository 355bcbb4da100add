#!/bin/sh
# What saved queries have found since yesterday, newest first, for a mail in the morning:
#     0 7 * * 1-5  digest.sh queries.txt | mail -E -s 'News desk' desk@example.org
# usage: digest.sh QUERIES [SINCE]      QUERIES has lines NAME<tab>QUERY; SINCE is a day
set -eu

queries=${1:?a file of lines NAME<tab>QUERY}
since=${2:-$(date -d yesterday +%F)}
tab=$(printf '\t')

# No match ends with status 1, which is no failure here.
or_nothing() { "$@" || [ $? -eq 1 ]; }

while IFS=$tab read -r name query; do
    case $name in '' | '#'*) continue ;; esac
    stories=$(or_nothing dateline count --by story --since "$since" -- "$query")
    if [ "$stories" -eq 0 ]; then continue; fi
    printf '\n== %s: %s new since %s\n\n' "$name" "$stories" "$since"
    or_nothing dateline search --match all --by story --sort newest -n 5 --since "$since" -- "$query"
    printf '\nNamed in them: '
    or_nothing dateline facet person -n 5 --since "$since" -- "$query" |
        cut -f 3 | sed 's/^person=//' | paste -s -d , - | sed 's/,/, /g'
done <"$queries"
