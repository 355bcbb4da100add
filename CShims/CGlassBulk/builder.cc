#include "builder.hh"

#include "encoding.hh"
#include "key.hh"
#include "list_writer.hh"

#include <algorithm>

namespace glassbulk {

namespace {

/// Xapian refuses longer terms, because one with a docid has to fit in a key, where each NUL takes two bytes. It lets a
/// few NULs pass that its documentation does not promise; CXapian does not, so neither does this.
constexpr size_t longest_term = 245;
/// Nearly four bytes of number; one builder is not meant for more.
constexpr size_t most_positions = UINT32_MAX - (1 << 20);

} // namespace

void Builder::need_document() const {
    if (!is_open)
        refuse("no document has been begun");
}

void Builder::begin(uint32_t number) {
    if (number <= docid)
        refuse("docids must ascend, from 1");
    end_document();
    docid = number;
    is_open = true;
    has_data = false;
}

void Builder::set_data(const char *bytes, size_t size) {
    need_document();
    if (has_data)
        refuse("the document has its data already");
    has_data = true;
    if (size == 0)
        return;
    key.clear();
    put_sortable(key, docid);
    if (size > compress_above && compressor.compress({bytes, size}, tag))
        database.docdata.add(key, tag, true);
    else
        database.docdata.add(key, {bytes, size});
}

void Builder::set_value(uint32_t slot, const char *bytes, size_t size) {
    need_document();
    if (slot == UINT32_MAX)
        refuse("the number of a slot is one too high");
    if (size > UINT32_MAX)
        refuse("a value is longer than 32 bits hold");
    open_values.push_back({slot, static_cast<uint32_t>(size), value_bytes.size()});
    value_bytes.append(bytes, size);
}

/// Files the values of the document that is complete, by slots; of several for one the last counts.
void Builder::end_values() {
    std::sort(open_values.begin(), open_values.end(), [](const OpenValue &a, const OpenValue &b) {
        return a.slot != b.slot ? a.slot < b.slot : a.offset < b.offset || (a.offset == b.offset && a.size < b.size);
    });
    int64_t before = -1;
    for (size_t place = 0; place < open_values.size(); ++place) {
        const OpenValue &value = open_values[place];
        const bool is_replaced = place + 1 < open_values.size() && open_values[place + 1].slot == value.slot;
        if (value.size == 0 || is_replaced)
            continue;
        put_number(slots_used, static_cast<uint32_t>(value.slot - before - 1));
        before = value.slot;
        add_value(value.slot, value_bytes.data() + value.offset, value.size);
    }
    open_values.clear();
    value_bytes.clear();
}

void Builder::add_value(uint32_t slot, const char *bytes, size_t size) {
    Slot &values = slots[slot];
    values.statistics.add({bytes, size});
    if (values.chunk.empty())
        values.chunk_first = docid;
    else
        put_number(values.chunk, docid - values.chunk_last - 1);
    values.chunk_last = docid;
    put_string(values.chunk, bytes, size);
    if (values.chunk.size() >= chunk_size)
        end_chunk(slot, values);
}

void Builder::end_chunk(uint32_t slot, Slot &values) {
    if (values.chunk.empty())
        return;
    std::string name = key_beginning(key_kind::value_chunk);
    put_number(name, slot);
    put_sortable(name, values.chunk_first);
    chunk_bytes += values.chunk.size();
    chunks.emplace_back(std::move(name), std::move(values.chunk));
    values.chunk.clear();
}

Builder::Open &Builder::opened(const char *term, size_t size, uint32_t wdf) {
    need_document();
    if (size == 0)
        refuse("a term must not be empty");
    if (size > longest_term ||
        (size > longest_term / 2 && size + static_cast<size_t>(std::count(term, term + size, '\0')) > longest_term))
        refuse("a term is longer than glass can hold");
    const uint32_t number = dictionary.number(term, size);
    if (number == places.size())
        places.push_back(0);
    if (places[number] == 0) {
        open_terms.push_back({number, 0, 0});
        places[number] = static_cast<uint32_t>(open_terms.size());
    }
    Open &open = open_terms[places[number] - 1];
    if (wdf > UINT32_MAX - open.wdf)
        refuse("a term's wdf is more than 32 bits hold");
    open.wdf += wdf;
    return open;
}

void Builder::add_posting(const char *term, size_t size, uint32_t at) {
    Open &open = opened(term, size, 1);
    ++open.positions;
    occurrences.emplace_back(static_cast<uint32_t>(&open - open_terms.data()), at);
}

void Builder::add_term(const char *term, size_t size, uint32_t wdf) { opened(term, size, wdf); }

void Builder::set_metadata(const char *name, size_t name_size, const char *bytes, size_t size) {
    if (name_size == 0 || name_size + 2 > Table::longest_key)
        refuse("a key of metadata must have 1 to 253 bytes");
    metadata[std::string(name, name_size)] = std::string(bytes, size);
}

void Builder::end_document() {
    if (!is_open)
        return;
    is_open = false;
    const size_t first_entry = entries.size();
    end_values();
    end_terms();
    uint64_t length = 0;
    for (size_t place = first_entry; place < entries.size(); ++place) {
        length += entries[place].wdf;
        statistics.largest_wdf = std::max(statistics.largest_wdf, entries[place].wdf);
    }
    if (length > UINT32_MAX)
        too_large("a document is longer than 32 bits hold");
    documents.push_back({docid, static_cast<uint32_t>(length), first_entry, slots_used.size()});
    ++statistics.documents;
    statistics.last_docid = docid;
    statistics.total_length += length;
    statistics.longest = std::max(statistics.longest, static_cast<uint32_t>(length));
    if (length > 0 && (statistics.shortest == 0 || length < statistics.shortest))
        statistics.shortest = static_cast<uint32_t>(length);
}

/// The entries of the document that is complete, in the order in which its terms came first, with their positions
/// packed.
void Builder::end_terms() {
    starts.assign(open_terms.size() + 1, 0);
    for (size_t place = 0; place < open_terms.size(); ++place)
        starts[place + 1] = starts[place] + open_terms[place].positions;
    sorted_positions.resize(occurrences.size());
    for (const auto &occurrence : occurrences)
        sorted_positions[starts[occurrence.first]++] = occurrence.second;
    size_t begin = 0;
    for (const Open &open : open_terms) {
        if (positions.size() > most_positions)
            too_large("the positions take up more than 4 GB");
        uint32_t *first = sorted_positions.data() + begin, *last = first + open.positions;
        begin += open.positions;
        const size_t packed = positions.size();
        if (first != last) {
            if (!std::is_sorted(first, last))
                std::sort(first, last);
            last = std::unique(first, last);
            put_positions(positions, first, static_cast<size_t>(last - first));
        }
        entries.push_back(
            {open.term, open.wdf, static_cast<uint32_t>(packed), static_cast<uint32_t>(positions.size() - packed)});
        places[open.term] = 0;
    }
    open_terms.clear();
    occurrences.clear();
}

uint64_t Builder::memory() const {
    return dictionary.memory() + documents.capacity() * sizeof(Document) + entries.capacity() * sizeof(Entry) +
           positions.capacity() + slots_used.capacity() + chunk_bytes + places.capacity() * sizeof(uint32_t) +
           occurrences.capacity() * sizeof occurrences[0] + entries.size() * sizeof(Posting);
}

/// The lists of all terms, in the order of their bytes.
std::vector<Builder::List> Builder::sorted_lists() const {
    struct Place {
        uint64_t start;
        uint32_t number;
    };
    std::vector<Place> sorted(dictionary.count());
    for (uint32_t number = 0; number < sorted.size(); ++number) {
        const Dictionary::Text text = dictionary.text(number);
        uint64_t start = 0;
        for (size_t i = 0; i < 8; ++i)
            start = start << 8 | (i < text.size ? static_cast<uint8_t>(text.bytes[i]) : 0);
        sorted[number] = {start, number};
    }
    std::sort(sorted.begin(), sorted.end(), [this](const Place &a, const Place &b) {
        if (a.start != b.start)
            return a.start < b.start;
        const Dictionary::Text x = dictionary.text(a.number), y = dictionary.text(b.number);
        const int order = std::memcmp(x.bytes, y.bytes, std::min(x.size, y.size));
        return order != 0 ? order < 0 : x.size < y.size;
    });
    std::vector<uint32_t> counts(sorted.size(), 0);
    for (const Entry &entry : entries)
        ++counts[entry.term];
    std::vector<List> lists;
    size_t begin = 0;
    for (const Place &place : sorted) {
        lists.push_back({place.number, counts[place.number], begin});
        begin += counts[place.number];
    }
    return lists;
}

/// The postings of all lists, one after the other: entries, brought into that order by counting.
std::vector<Builder::Posting> Builder::sorted_postings(const std::vector<List> &lists) const {
    std::vector<size_t> next(lists.size());
    for (const List &list : lists)
        next[list.term] = list.begin;
    std::vector<Posting> postings(entries.size());
    for (uint32_t index = 0; index < documents.size(); ++index) {
        const size_t end = index + 1 == documents.size() ? entries.size() : documents[index + 1].first_entry;
        for (size_t at = documents[index].first_entry; at < end; ++at) {
            const Entry &entry = entries[at];
            postings[next[entry.term]++] = {index, entry.wdf, entry.positions, entry.positions_size};
        }
    }
    return postings;
}

/// Brings each document's entries into the order of their terms, by handing out the lists'. They lose their positions.
void Builder::sort_entries(const std::vector<List> &lists, const std::vector<Posting> &postings) {
    std::vector<size_t> next(documents.size());
    for (size_t index = 0; index < documents.size(); ++index)
        next[index] = documents[index].first_entry;
    for (const List &list : lists) {
        for (size_t at = list.begin; at < list.begin + list.count; ++at)
            entries[next[postings[at].document]++] = {list.term, postings[at].wdf, 0, 0};
    }
}

void Builder::finish(bool sync, bool is_piece) {
    end_document();
    if (documents.empty())
        refuse("a database needs a document");
    const std::vector<List> lists = sorted_lists();
    const std::vector<Posting> postings = sorted_postings(lists);
    sort_entries(lists, postings);
    write_lists_of_terms();
    std::vector<Entry>().swap(entries);

    for (auto &slot : slots) {
        end_chunk(slot.first, slot.second);
        std::string name = key_beginning(key_kind::value_statistics);
        put_last_number(name, slot.first);
        chunks.emplace_back(std::move(name), slot.second.statistics.tag());
    }
    for (const auto &entry : metadata)
        if (!entry.second.empty())
            chunks.emplace_back(key_beginning(key_kind::metadata) + entry.first, entry.second);
    std::sort(chunks.begin(), chunks.end());
    for (const auto &chunk : chunks)
        database.postlist.add(chunk.first, chunk.second);
    write_lengths();
    write_postings(lists, postings, is_piece);

    const Version version = {{database.postlist.finish(sync), database.docdata.finish(sync),
                              database.termlist.finish(sync),
                              is_piece ? database.runs.finish(sync) : database.position.finish(sync)},
                             statistics};
    database.complete_with(version, sync);
}

/// The table of term lists: of each document its terms, and the slots of its values.
void Builder::write_lists_of_terms() {
    for (size_t index = 0; index < documents.size(); ++index) {
        const Document &document = documents[index];
        const bool is_last = index + 1 == documents.size();
        const Entry *const begin = entries.data() + document.first_entry;
        const Entry *const end = entries.data() + (is_last ? entries.size() : documents[index + 1].first_entry);
        tag.clear();
        Dictionary::Text before = {nullptr, 0};
        if (begin != end) {
            put_number(tag, document.length);
            put_number(tag, static_cast<size_t>(end - begin));
        }
        for (const Entry *entry = begin; entry != end; ++entry) {
            const Dictionary::Text term = dictionary.text(entry->term);
            if (entry == begin) {
                tag.push_back(static_cast<char>(term.size));
                tag.append(term.bytes, term.size);
                put_number(tag, entry->wdf);
            } else {
                size_t common = 0;
                const size_t most = std::min(before.size, term.size);
                while (common < most && before.bytes[common] == term.bytes[common])
                    ++common;
                // A small wdf shares a byte with the length of what is common.
                const size_t both = entry->wdf < 127 ? (entry->wdf + 1) * (before.size + 1) + common : 256;
                tag.push_back(static_cast<char>(both < 256 ? both : common));
                tag.push_back(static_cast<char>(term.size - common));
                tag.append(term.bytes + common, term.size - common);
                if (both >= 256)
                    put_number(tag, entry->wdf);
            }
            before = term;
        }
        key.clear();
        put_sortable(key, document.docid);
        database.termlist.add(key, tag);
        const size_t slots_begin = index == 0 ? 0 : documents[index - 1].first_slot;
        if (document.first_slot > slots_begin) {
            key.push_back('\0');
            database.termlist.add(key, {slots_used.data() + slots_begin, document.first_slot - slots_begin});
        }
    }
}

void Builder::write_lengths() {
    ListWriter list(database.postlist);
    list.begin(key_beginning(key_kind::lengths), 0, 0);
    for (const Document &document : documents)
        list.add(document.docid, document.length);
    list.end();
}

/// The posting lists and the positions.
void Builder::write_postings(const std::vector<List> &lists, const std::vector<Posting> &postings, bool is_piece) {
    ListWriter writer(database.postlist);
    for (const List &list : lists) {
        const Dictionary::Text text = dictionary.text(list.term);
        const Posting *const begin = postings.data() + list.begin, *const end = begin + list.count;
        uint64_t occurrences = 0;
        for (const Posting *posting = begin; posting != end; ++posting)
            occurrences += posting->wdf;
        key.clear();
        put_sortable_string(key, text.bytes, text.size);
        writer.begin(key, list.count, static_cast<uint32_t>(occurrences));
        for (const Posting *posting = begin; posting != end; ++posting)
            writer.add(documents[posting->document].docid, posting->wdf);
        writer.end();
        key.push_back('\0');
        if (is_piece)
            write_run(begin, end);
        else
            write_positions(begin, end);
    }
}

/// The positions of a term, whose name is the key: an entry a document.
void Builder::write_positions(const Posting *posting, const Posting *end) {
    const size_t name_size = key.size();
    for (; posting != end; ++posting) {
        if (posting->positions_size == 0)
            continue;
        key.resize(name_size);
        put_sortable(key, documents[posting->document].docid);
        database.position.add(key, {positions.data() + posting->positions, posting->positions_size});
    }
}

/// The same for a piece, in chunks as those of values.
void Builder::write_run(const Posting *posting, const Posting *end) {
    const size_t name_size = key.size();
    uint32_t last = 0;
    tag.clear();
    for (; posting != end; ++posting) {
        if (posting->positions_size == 0)
            continue;
        const uint32_t docid = documents[posting->document].docid;
        if (tag.size() >= chunk_size) {
            database.runs.add(key, tag);
            tag.clear();
        }
        if (tag.empty()) {
            key.resize(name_size);
            put_sortable(key, docid);
        } else {
            put_number(tag, docid - last - 1);
        }
        put_string(tag, positions.data() + posting->positions, posting->positions_size);
        last = docid;
    }
    if (!tag.empty())
        database.runs.add(key, tag);
}

} // namespace glassbulk
