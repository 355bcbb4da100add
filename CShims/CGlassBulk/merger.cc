#include "merger.hh"

#include "encoding.hh"
#include "failure.hh"
#include "list_writer.hh"
#include "new_database.hh"
#include "table_reader.hh"

#include <algorithm>
#include <future>
#include <memory>
#include <string_view>
#include <unistd.h>

namespace glassbulk {

namespace {

// What a key of the table of posting lists begins with, unless it is a term's; a NUL of a term is followed by 0xff.
constexpr char metadata = '\xc0', value_statistics = '\xd0', value_chunk = '\xd8', lengths = '\xe0';

/// The second byte of a key that is no term's; 0 of one that is.
char kind(std::string_view key) { return key.size() > 1 && key[0] == '\0' && key[1] != '\xff' ? key[1] : '\0'; }

/// How many bytes of a key name the list that it belongs to; after them there may be a docid.
size_t name_size(std::string_view key, const std::string &path) {
    switch (kind(key)) {
    case metadata:
    case value_statistics:
        return key.size();
    case value_chunk: {
        Decoder rest(key.substr(2), path);
        rest.number<uint32_t>();
        return key.size() - rest.rest().size();
    }
    case lengths:
        return 2;
    case '\0':
        break;
    default:
        damaged(path, "there is a key of a kind that is not known");
    }
    for (size_t at = key.find('\0'); at != std::string_view::npos; at = key.find('\0', at + 2)) {
        if (at + 1 == key.size())
            damaged(path, "a key ends too early");
        if (key[at + 1] != '\xff')
            return at;
    }
    return key.size();
}

/// How many values of a slot there are, the least and the greatest.
struct ValueStatistics {
    uint32_t count = 0;
    std::string lowest, highest;

    void add(Decoder in) {
        const uint32_t more = in.number<uint32_t>();
        const std::string_view low = in.string(), high = in.is_at_end() ? low : in.rest();
        if (count == 0 || low < lowest)
            lowest.assign(low);
        if (count == 0 || high > highest)
            highest.assign(high);
        count += more;
    }

    void put(std::string &tag) const {
        put_number(tag, count);
        put_string(tag, lowest.data(), lowest.size());
        if (highest != lowest)
            tag += highest;
    }
};

} // namespace

/// The place in a table of a source where merging is.
class Merger::Cursor {
  public:
    Cursor(const Source &source, size_t table)
        : source(source), reader(source.file(table), source.version.roots[table]) {
        next();
    }

    /// Goes to the next entry.
    void next() {
        if (!reader.next()) {
            is_done = true;
            return;
        }
        const std::string_view key = reader.key;
        is_same_list = key.size() > name.size() && key.substr(0, name.size()) == name &&
                       name_size(key, reader.path) == name.size();
        if (!is_same_list) {
            const std::string_view next_name = key.substr(0, name_size(key, reader.path));
            if (next_name <= std::string_view(name))
                damaged(reader.path, "the keys are not in order");
            name.assign(next_name);
            docid = 0;
        }
        if (key.size() == name.size())
            return;
        Decoder rest(key.substr(name.size() + (kind(key) == '\0' ? 1 : 0)), reader.path);
        const uint32_t next_docid = source.raised(rest.sortable(), reader.path);
        if (next_docid <= docid || !rest.is_at_end())
            damaged(reader.path, "the keys are not in order");
        docid = next_docid;
    }

    /// Goes on in an entry, to a document past so many others.
    void skip(uint32_t others) {
        const uint64_t next_docid = uint64_t(docid) + others + 1;
        if (next_docid > source.last)
            damaged(reader.path, "there is a docid above the last one");
        docid = static_cast<uint32_t>(next_docid);
    }

    /// The tag, where none is ever compressed.
    std::string_view plain_tag() const {
        if (reader.is_compressed)
            damaged(reader.path, "a list is compressed");
        return reader.tag;
    }

    Decoder decoder() const { return Decoder(plain_tag(), reader.path); }

    const Source &source;
    TableReader reader;
    bool is_done = false;
    /// Whether the entry belongs to the same list as the one before.
    bool is_same_list = false;
    std::string name;
    /// The docid in the entry's key, raised, or of what was read of the entry last; 0 when there is none.
    uint32_t docid = 0;
};

uint32_t Merger::Source::raised(uint32_t docid, const std::string &path) const {
    const uint64_t sum = uint64_t(docid) + offset;
    if (docid == 0 || sum > last)
        damaged(path, "there is a docid above the last one, or 0");
    return static_cast<uint32_t>(sum);
}

std::string Merger::Source::file(size_t table) const {
    return table == position && is_piece ? runs_path(folder) : table_path(folder, table_names[table]);
}

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
            do {
                if (cursor->docid == 0)
                    damaged(cursor->reader.path, "there are positions of no document");
                if (!cursor->source.is_piece) {
                    add(cursor->docid, cursor->reader.tag, cursor->reader.is_compressed);
                } else {
                    Decoder in = cursor->decoder();
                    add(cursor->docid, in.string(), false);
                    while (!in.is_at_end()) {
                        cursor->skip(in.number<uint32_t>());
                        add(cursor->docid, in.string(), false);
                    }
                }
                cursor->next();
            } while (!cursor->is_done && cursor->is_same_list);
        }
    });
}

void Merger::merge_postlists(Table &out) const {
    ListWriter list(out);
    std::string key, tag;
    for_each_list(postlist, [&](const std::string &name, const std::vector<Cursor *> &cursors) {
        switch (kind(name)) {
        case metadata:
            // Of one key in several sources, that of the first counts.
            out.add(name, cursors[0]->reader.tag, cursors[0]->reader.is_compressed);
            for (Cursor *cursor : cursors)
                cursor->next();
            return;
        case value_statistics: {
            ValueStatistics sum;
            for (Cursor *cursor : cursors) {
                sum.add(cursor->decoder());
                cursor->next();
            }
            tag.clear();
            sum.put(tag);
            out.add(name, tag);
            return;
        }
        case value_chunk:
            for (Cursor *cursor : cursors) {
                do {
                    if (cursor->docid == 0)
                        damaged(cursor->reader.path, "there are values of no document");
                    key = name;
                    put_sortable(key, cursor->docid);
                    out.add(key, cursor->plain_tag());
                    cursor->next();
                } while (!cursor->is_done && cursor->is_same_list);
            }
            return;
        default:
            break;
        }
        uint64_t documents = 0, occurrences = 0;
        for (const Cursor *cursor : cursors) {
            Decoder in = cursor->decoder();
            if (cursor->docid != 0)
                damaged(cursor->reader.path, "a list has no beginning");
            documents += in.number<uint32_t>();
            occurrences += in.number<uint32_t>();
        }
        list.begin(name, static_cast<uint32_t>(documents), static_cast<uint32_t>(occurrences));
        for (Cursor *cursor : cursors) {
            uint32_t before = 0;
            do {
                Decoder in = cursor->decoder();
                uint32_t first = cursor->docid;
                if (first == 0) {
                    in.number<uint32_t>();
                    in.number<uint32_t>();
                    first = in.number<uint32_t>() + 1;
                }
                in.byte(); // Whether it is the last.
                const uint32_t span = in.number<uint32_t>();
                // Should a chunk be empty, there is nothing in it to copy.
                if (!in.is_at_end()) {
                    if (cursor->docid == 0)
                        first = cursor->source.raised(first, cursor->reader.path);
                    const uint64_t last = uint64_t(first) + span;
                    if (first <= before || last > cursor->source.last)
                        damaged(cursor->reader.path, "a list is not in order");
                    list.add(first, static_cast<uint32_t>(last), in.rest());
                    before = static_cast<uint32_t>(last);
                }
                cursor->next();
            } while (!cursor->is_done && cursor->is_same_list);
        }
        list.end();
    });
}

} // namespace glassbulk
