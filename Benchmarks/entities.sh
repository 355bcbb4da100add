#!/bin/sh
# Measures the recognizer of names: every text is labelled by a model that has not seen it. Prints Markdown.
# usage: Benchmarks/entities.sh EVAL   (the path of dateline-eval); DATA is the folder of entities/ and whitehouse/
set -eu
eval=$1
data=${DATA:-../shared/data}
news=index/training
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
labels=$data/entities
gzip -dc "$data"/whitehouse/*.gz | jq -r .text >"$work/text"

# The options of the model that is shipped, without the labelled files.
train() {
    "$eval" train --text "$work/text" --names "$labels/wikiann-train.tsv" "$@"
}
loose="--loose $labels/wnut17-train.tsv --loose $labels/wnut17-dev.tsv"

row() { # title, then JSON on standard input
    jq -r --arg t "$1" '[.overall.precision, .overall.recall, .overall.f1, .types.PER.f1, .types.LOC.f1, .types.ORG.f1,
        .types.MISC.f1] | map(. * 1000 | round / 10 | tostring) | "| \($t) | " + join(" | ") + " |"'
}

# Trains on all but the named files of our own news, and labels these.
held() { # title, files
    title=$1
    shift
    rest=
    for file in "$news"/*.txt; do
        case " $* " in *" $(basename "$file" .txt) "*) ;; *) rest="$rest $file" ;; esac
    done
    # shellcheck disable=SC2086
    train --output "$work/model" "$labels/wikigold.tsv" $rest >/dev/null
    # shellcheck disable=SC2046
    "$eval" entities --model "$work/model" --format json $(printf "$news/%s.txt " "$@") | row "$title"
}

echo "| held back | precision | recall | F1 | PER | LOC | ORG | MISC |"
echo "|---|---|---|---|---|---|---|---|"
train --cross-validate "$labels/wikigold.tsv" --format json $news/*.txt | row "Wikigold, five parts by article"
held "politics and general news" world world2
held "business and markets" business business2
held "science, culture, local; modern" society modern
held "sport: one file of two" sport
train --cross-validate "$labels/wikigold.tsv" --format json | row "Wikigold, without our own news"
# shellcheck disable=SC2086
train $loose --cross-validate "$labels/wikigold.tsv" --format json $news/*.txt |
    row "Wikigold, with WNUT17 as loose labels"
"$eval" entities --model none --format json "$labels/wikigold.tsv" | row "Wikigold, gazetteers and rules alone"
