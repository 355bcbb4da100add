// The documents of a database that is being made, and how they become its tables.
#ifndef CGLASSBULK_BUILDER_HH
#define CGLASSBULK_BUILDER_HH

#include "compressor.hh"
#include "dictionary.hh"
#include "new_database.hh"
#include "value_statistics.hh"

#include <map>
#include <string>
#include <utility>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

class Builder {
  public:
    Builder(std::string path, int compression) : compressor(compression), database(std::move(path)) {}

    void begin(uint32_t docid);
    void set_data(const char *bytes, size_t size);
    void set_value(uint32_t slot, const char *bytes, size_t size);
    void add_posting(const char *term, size_t size, uint32_t position);
    void add_term(const char *term, size_t size, uint32_t wdf);
    void set_metadata(const char *key, size_t key_size, const char *bytes, size_t size);
    /// Writes all; of a piece, which is only to be merged, the positions as runs.
    void finish(bool sync, bool is_piece);
    uint64_t memory() const;

  private:
    /// A term in a document. Its packed positions are bytes of `positions`, none for size 0.
    struct Entry {
        uint32_t term;
        uint32_t wdf;
        uint32_t positions;
        uint32_t positions_size;
    };

    /// A document, complete: its entries are those up to the next one's first.
    struct Document {
        uint32_t docid;
        uint32_t length;
        size_t first_entry;
        size_t first_slot;
    };

    /// A term of the document that is being added.
    struct Open {
        uint32_t term;
        uint32_t wdf;
        uint32_t positions;
    };

    /// A value of the document that is being added: bytes of `value_bytes`.
    struct OpenValue {
        uint32_t slot;
        uint32_t size;
        size_t offset;
    };

    /// The values of a slot so far: chunks that are complete, and one that is not.
    struct Slot {
        ValueStatistics statistics;
        uint32_t chunk_first = 0, chunk_last = 0;
        std::string chunk;
    };

    /// A term's posting list: the postings from `begin` on.
    struct List {
        uint32_t term;
        uint32_t count;
        size_t begin;
    };

    /// What a posting list needs of an entry.
    struct Posting {
        /// The place of its document.
        uint32_t document;
        uint32_t wdf;
        uint32_t positions;
        uint32_t positions_size;
    };

    Open &opened(const char *term, size_t size, uint32_t wdf);
    void need_document() const;
    void end_document();
    void end_values();
    void end_terms();
    void add_value(uint32_t slot, const char *bytes, size_t size);
    void end_chunk(uint32_t slot, Slot &values);
    std::vector<List> sorted_lists() const;
    std::vector<Posting> sorted_postings(const std::vector<List> &lists) const;
    void sort_entries(const std::vector<List> &lists, const std::vector<Posting> &postings);
    void write_lists_of_terms();
    void write_lengths();
    void write_postings(const std::vector<List> &lists, const std::vector<Posting> &postings, bool is_piece);
    void write_positions(const Posting *posting, const Posting *end);
    void write_run(const Posting *posting, const Posting *end);

    Compressor compressor;
    NewDatabase database;
    Dictionary dictionary;
    std::vector<Document> documents;
    std::vector<Entry> entries;
    std::string positions;
    /// The numbers of the slots that documents use, packed as the table of term lists has them.
    std::string slots_used;
    std::map<uint32_t, Slot> slots;
    std::map<std::string, std::string> metadata;
    /// Keys and tags that stand in the table of posting lists before the terms.
    std::vector<std::pair<std::string, std::string>> chunks;
    uint64_t chunk_bytes = 0;

    /// The document that is being added.
    bool is_open = false, has_data = false;
    uint32_t docid = 0;
    std::vector<OpenValue> open_values;
    std::string value_bytes;
    std::vector<Open> open_terms;
    /// Of each term, the place in open_terms and 1, if it is in the document.
    std::vector<uint32_t> places;
    /// Positions as they came, with the place of their term.
    std::vector<std::pair<uint32_t, uint32_t>> occurrences;
    std::vector<uint32_t> sorted_positions, starts;

    Statistics statistics;
    std::string key, tag;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
