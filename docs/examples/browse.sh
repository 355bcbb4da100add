#!/bin/sh
# Searches as you type, shows the article beside the list, and prints the one that is chosen. Needs fzf.
# usage: browse.sh [QUERY…]
set -eu

search='dateline search --format tsv --fields id,date,source,title -n 200 --'
# A query that is half typed is an error for a moment; the list is empty then.
chosen=$(
    $search "$@" | fzf --delimiter '\t' --with-nth 2.. --query "$*" --disabled \
        --bind "change:reload:$search {q} 2>/dev/null || true" \
        --preview 'dateline show {1}' --preview-window right,60%,wrap
) || exit 0
dateline show "$(printf '%s\n' "$chosen" | head -n 1 | cut -f 1)"
