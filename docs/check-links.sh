#!/bin/sh
# Checks that every relative link of the Markdown pages leads to a file. Exit status 1 names those that do not.
set -eu
cd "$(dirname "$0")/.."
git ls-files '*.md' | while read -r page; do
    grep -oE '\]\([^)#[:space:]]+' "$page" | sed 's/^](//' | grep -vE '^[a-z]+:' | while read -r link; do
        [ -e "$(dirname "$page")/$link" ] || echo "$page: there is no $link"
    done
done | sort -u >"${TMPDIR:-/tmp}/dateline-links.$$"
trap 'rm -f "${TMPDIR:-/tmp}/dateline-links.$$"' EXIT
[ ! -s "${TMPDIR:-/tmp}/dateline-links.$$" ] || { cat "${TMPDIR:-/tmp}/dateline-links.$$"; exit 1; }
echo "all links lead somewhere"
