#include "merger.hh"

#include "cursor.hh"
#include "encoding.hh"
#include "failure.hh"
#include "key.hh"
#include "list_writer.hh"
#include "new_database.hh"
#include "table_reader.hh"
#include "value_statistics.hh"

#include <algorithm>
#include <future>
#include <memory>
#include <string_view>
#include <unistd.h>

namespace glassbulk {

void Merger::add(std::string folder, uint32_t offset) {
    Version version = Version::read(folder);
    const Statistics &statistics = version.statistics;
    const uint32_t before = sources.empty() ? 0 : sources.back().last;
    const uint64_t last = uint64_t(offset) + statistics.last_docid;
    if (last > UINT32_MAX)
        too_large("the docids do not fit in 32 bits");
    if (offset < before && statistics.documents > 0)
        refuse("the docids of the sources do not ascend");
    if (statistics.documents > 0 && !version.roots[termlist].has_file)
        refuse("a source has no term lists");
    const bool is_piece = access(runs_path(folder).c_str(), F_OK) == 0;
    sources.push_back({std::move(folder), version, is_piece, offset, std::max(before, static_cast<uint32_t>(last))});
}

void Merger::write(const std::string &folder, bool sync) const {
    const Statistics merged = statistics();
    if (merged.documents == 0)
        refuse("a database needs a document");
    NewDatabase database(folder);
    Version version;
    version.statistics = merged;
    std::future<Root> positions = std::async(std::launch::async, [&] {
        merge_positions(database.position);
        return database.position.finish(sync);
    });
    merge_postlists(database.postlist);
    version.roots[postlist] = database.postlist.finish(sync);
    concatenate(docdata, database.docdata);
    version.roots[docdata] = database.docdata.finish(sync);
    concatenate(termlist, database.termlist);
    version.roots[termlist] = database.termlist.finish(sync);
    version.roots[position] = positions.get();
    database.complete_with(version, sync);
}

Statistics Merger::statistics() const {
    Statistics sum;
    for (const Source &source : sources) {
        const Statistics &one = source.version.statistics;
        sum.last_docid = source.last;
        if (one.documents == 0)
            continue;
        sum.documents += one.documents;
        if (one.shortest != 0 && (sum.shortest == 0 || one.shortest < sum.shortest))
            sum.shortest = one.shortest;
        sum.longest = std::max(sum.longest, one.longest);
        sum.largest_wdf = std::max(sum.largest_wdf, one.largest_wdf);
        sum.total_length += one.total_length;
    }
    return sum;
}

/// Calls `body` with the name of each list, in their order, and the cursors that stand at the list's first entry in a
/// source. It moves them past the list.
template <typename Body> void Merger::for_each_list(size_t table, Body body) const {
    std::vector<std::unique_ptr<Cursor>> cursors;
    std::vector<Cursor *> waiting, standing;
    for (const Source &source : sources) {
        if (!source.version.roots[table].has_file)
            continue;
        cursors.push_back(std::make_unique<Cursor>(source, table));
        if (!cursors.back()->is_done)
            waiting.push_back(cursors.back().get());
    }
    // Of several at the same list, that of the first source comes first.
    const auto is_later = [](const Cursor *a, const Cursor *b) {
        const int order = a->name.compare(b->name);
        return order != 0 ? order > 0 : &a->source > &b->source;
    };
    std::make_heap(waiting.begin(), waiting.end(), is_later);
    std::string name;
    while (!waiting.empty()) {
        name = waiting.front()->name;
        standing.clear();
        while (!waiting.empty() && waiting.front()->name == name) {
            std::pop_heap(waiting.begin(), waiting.end(), is_later);
            standing.push_back(waiting.back());
            waiting.pop_back();
        }
        body(name, standing);
        for (Cursor *cursor : standing) {
            if (cursor->is_done)
                continue;
            waiting.push_back(cursor);
            std::push_heap(waiting.begin(), waiting.end(), is_later);
        }
    }
}

/// A table whose keys begin with docids.
void Merger::concatenate(size_t table, Table &out) const {
    std::string key;
    for (const Source &source : sources) {
        if (!source.version.roots[table].has_file)
            continue;
        TableReader reader(source.file(table), source.version.roots[table]);
        uint32_t before = 0, documents = 0;
        size_t rest_before = 0;
        while (reader.next()) {
            Decoder in(reader.key, reader.path);
            const uint32_t docid = source.raised(in.sortable(), reader.path);
            const size_t rest = in.rest().size();
            if (rest > (table == termlist ? 1 : 0) || docid < before || (docid == before && rest <= rest_before))
                damaged(reader.path, "the keys are not in order");
            documents += docid == before ? 0 : 1;
            before = docid;
            rest_before = rest;
            key.clear();
            put_sortable(key, docid);
            key += in.rest();
            out.add(key, reader.tag, reader.is_compressed);
        }
        if (table == termlist && documents != source.version.statistics.documents)
            damaged(reader.path, "the documents are not as many as there should be");
    }
}

void Merger::merge_positions(Table &out) const {
    std::string key;
    for_each_list(position, [&](const std::string &name, const std::vector<Cursor *> &cursors) {
        key = name;
        key.push_back('\0');
        const auto add = [&](uint32_t docid, std::string_view positions, bool is_compressed) {
            key.resize(name.size() + 1);
            put_sortable(key, docid);
            out.add(key, positions, is_compressed);
        };
        for (Cursor *cursor : cursors) {
            cursor->for_each_entry([&] {
                if (cursor->docid == 0)
                    cursor->fail("there are positions of no document");
                if (!cursor->source.is_piece)
                    return add(cursor->docid, cursor->tag(), cursor->is_compressed());
                Decoder run = cursor->decoder();
                add(cursor->docid, run.string(), false);
                while (!run.is_at_end()) {
                    cursor->skip(run.number<uint32_t>());
                    add(cursor->docid, run.string(), false);
                }
            });
        }
    });
}

void Merger::merge_postlists(Table &out) const {
    ListWriter writer(out);
    for_each_list(postlist, [&](const std::string &name, const std::vector<Cursor *> &cursors) {
        switch (key_kind::of(name)) {
        case key_kind::metadata:
            return merge_metadata(name, cursors, out);
        case key_kind::value_statistics:
            return merge_value_statistics(name, cursors, out);
        case key_kind::value_chunk:
            return merge_values(name, cursors, out);
        default:
            return merge_postings(name, cursors, writer);
        }
    });
}

/// Of one key in several sources, the value of the first counts.
void Merger::merge_metadata(const std::string &name, const std::vector<Cursor *> &cursors, Table &out) {
    out.add(name, cursors[0]->tag(), cursors[0]->is_compressed());
    for (Cursor *cursor : cursors)
        cursor->for_each_entry([] {});
}

void Merger::merge_value_statistics(const std::string &name, const std::vector<Cursor *> &cursors, Table &out) {
    ValueStatistics sum;
    for (Cursor *cursor : cursors)
        cursor->for_each_entry([&] { sum.add_tag(cursor->decoder()); });
    out.add(name, sum.tag());
}

void Merger::merge_values(const std::string &name, const std::vector<Cursor *> &cursors, Table &out) {
    std::string key;
    for (Cursor *cursor : cursors) {
        cursor->for_each_entry([&] {
            if (cursor->docid == 0)
                cursor->fail("there are values of no document");
            if (cursor->is_compressed())
                cursor->fail("a list is compressed");
            key = name;
            put_sortable(key, cursor->docid);
            out.add(key, cursor->tag());
        });
    }
}

/// The postings of a term, or the lengths of all documents.
void Merger::merge_postings(const std::string &name, const std::vector<Cursor *> &cursors, ListWriter &writer) {
    uint64_t documents = 0, occurrences = 0;
    for (const Cursor *cursor : cursors) {
        if (cursor->docid != 0)
            cursor->fail("a list has no beginning");
        Decoder in = cursor->decoder();
        documents += in.number<uint32_t>();
        occurrences += in.number<uint32_t>();
    }
    writer.begin(name, static_cast<uint32_t>(documents), static_cast<uint32_t>(occurrences));
    for (Cursor *cursor : cursors) {
        uint32_t before = 0;
        cursor->for_each_entry([&] {
            Decoder in = cursor->decoder();
            uint32_t first = cursor->docid;
            if (first == 0) {
                in.number<uint32_t>();
                in.number<uint32_t>();
                first = in.number<uint32_t>() + 1;
            }
            in.byte(); // Whether it is the last.
            const uint32_t span = in.number<uint32_t>();
            // Should a chunk be empty, it stands nowhere, and there is nothing in it to copy.
            if (in.is_at_end())
                return;
            if (cursor->docid == 0)
                first = cursor->raised(first);
            const uint64_t last = uint64_t(first) + span;
            if (first <= before || last > cursor->source.last)
                cursor->fail("a list is not in order");
            writer.add(first, static_cast<uint32_t>(last), in.rest());
            before = static_cast<uint32_t>(last);
        });
    }
    writer.end();
}

} // namespace glassbulk
