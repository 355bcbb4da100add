# Tables that are made anew when the index, or the list of queries, has changed:  make -f report.mk
# queries.txt has lines NAME<tab>QUERY.

all: counts.tsv people.tsv

counts.tsv: queries.txt revision
	dateline count --batch < queries.txt > $@.new
	mv $@.new $@

people.tsv: revision
	dateline facet person --all --format tsv > $@.new
	mv $@.new $@

# The file changes only when the index does, so nothing is made for nothing.
revision: FORCE
	@dateline status --format json | jq .index > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

FORCE:
.PHONY: all FORCE
