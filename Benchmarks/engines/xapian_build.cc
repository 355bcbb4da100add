// Builds stock Xapian databases from the benchmark's passages (passages.tsv; Benchmarks/README.md names the columns).
//
// usage: xapian_build plain PASSAGES DATABASE    Xapian's plain loop: TermGenerator on the text, raw and stemmed terms
//        xapian_build terms PASSAGES DATABASE    the given terms as they are: what the queries run against
//        xapian_build bulk PASSAGES DATABASE     the same, in segments of 20,000 that CGlassBulk writes and merges
//
// Same fields in all; one thread, default flush threshold. DATABASE is left compacted; its size before is printed.
#include <CGlassBulk.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

// Calls `body` with each part of a text between separators; the same string each time, so that reading costs the engines little.
template <typename Body>
void for_each_part(const std::string &text, char separator, Body body) {
    std::string part;
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find(separator, begin), text.size());
        part.assign(text, begin, end - begin);
        body(part);
        begin = end + 1;
    }
}

double megabytes(const std::string &folder) {
    double bytes = 0;
    for (const auto &file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file()) bytes += double(file.file_size());
    return bytes / 1e6;
}

// docid article number date section source persons places organizations terms text
enum Column { docid, article, number, date, section, source, persons, places, organizations, terms, text, columns };

// A document of CGlassBulk's in the place of one of Xapian's.
class BulkDocument {
  public:
    explicit BulkDocument(cglassbulk_builder *builder) : builder(builder) {}
    void begin(uint32_t docid) { call(cglassbulk_begin(builder, docid, &error)); }
    void set_data(const std::string &data) { call(cglassbulk_set_data(builder, data.data(), data.size(), &error)); }
    void add_boolean_term(const std::string &term) {
        call(cglassbulk_add_term(builder, term.data(), term.size(), 0, &error));
    }
    void add_value(uint32_t slot, const std::string &value) {
        call(cglassbulk_set_value(builder, slot, value.data(), value.size(), &error));
    }
    void add_posting(const std::string &term, uint32_t position) {
        call(cglassbulk_add_posting(builder, term.data(), term.size(), position, &error));
    }
    void finish() { call(cglassbulk_finish_piece(builder, &error)); }

  private:
    void call(cglassbulk_status status) const {
        if (status != CGLASSBULK_OK) throw Xapian::InternalError(error.message);
    }
    cglassbulk_builder *builder;
    cglassbulk_error error;
};

template <typename Document>
void add_terms(Document &document, const std::vector<std::string> &row) {
    Xapian::termpos position = 0;
    for_each_part(row[terms], ' ', [&](const std::string &term) { document.add_posting(term, ++position); });
}

template <typename Document>
void add_fields(Document &document, const std::vector<std::string> &row) {
    document.set_data(row[article] + '\n' + row[text]);
    document.add_boolean_term("Q" + row[article]);
    document.add_boolean_term("XC" + row[section]);
    document.add_boolean_term("XS" + row[source]);
    document.add_boolean_term("D" + row[date]);
    document.add_boolean_term("M" + row[date].substr(0, 6));
    document.add_boolean_term("Y" + row[date].substr(0, 4));
    document.add_value(0, row[date]);
    document.add_value(1, row[article]);
    document.add_value(2, row[section]);
    document.add_value(3, row[source]);
    const char *const prefixes[] = {"XP", "XL", "XO"};
    for (int i = 0; i < 3; ++i) {
        const std::string &names = row[persons + i];
        if (names.empty()) continue;
        document.add_value(4 + i, names);
        for_each_part(names, '\x1f', [&](const std::string &name) { document.add_boolean_term(prefixes[i] + name); });
    }
}

std::vector<std::string> next_row(std::ifstream &lines) {
    std::string line;
    if (!std::getline(lines, line)) return {};
    std::vector<std::string> row;
    row.reserve(columns);
    for_each_part(line, '\t', [&](const std::string &part) { row.push_back(part); });
    if (row.size() != columns) throw Xapian::InvalidArgumentError("a row of another shape: " + line);
    return row;
}

// Passages a segment.
constexpr uint32_t most = 20000;

// Segments below the folder `path`.
void build_whole(const std::string &passages, const std::string &path) {
    std::filesystem::create_directory(path);
    std::ifstream lines(passages);
    std::vector<std::string> row = next_row(lines);
    for (int number = 0; !row.empty(); ++number) {
        const std::string segment = path + "/" + std::to_string(number);
        cglassbulk_builder *builder;
        cglassbulk_error error;
        if (cglassbulk_open(segment.data(), segment.size(), 1, &builder, &error) != CGLASSBULK_OK)
            throw Xapian::InternalError(error.message);
        BulkDocument document(builder);
        for (uint32_t docid = 1; docid <= most && !row.empty(); ++docid, row = next_row(lines)) {
            document.begin(docid);
            add_terms(document, row);
            add_fields(document, row);
        }
        document.finish();
        cglassbulk_free(builder);
    }
}

// Merges the segments below the folder `loose` into the database `path`.
void merge_whole(const std::string &loose, const std::string &path) {
    std::vector<std::string> segments;
    for (int number = 0; std::filesystem::exists(loose + "/" + std::to_string(number)); ++number)
        segments.push_back(loose + "/" + std::to_string(number));
    std::vector<cglassbulk_source> sources;
    for (const std::string &segment : segments)
        sources.push_back({segment.data(), segment.size(), uint32_t(sources.size()) * most});
    cglassbulk_error error;
    if (cglassbulk_merge(sources.data(), sources.size(), path.data(), path.size(), false, &error) != CGLASSBULK_OK)
        throw Xapian::InternalError(error.message);
}

void build(const std::string &kind, const std::string &passages, const std::string &path) {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::ifstream lines(passages);
    for (std::vector<std::string> row = next_row(lines); !row.empty(); row = next_row(lines)) {
        Xapian::Document document;
        if (kind == "plain") {
            generator.set_document(document);
            generator.index_text(row[text]);
        } else {
            add_terms(document, row);
        }
        add_fields(document, row);
        db.add_document(document);
    }
    db.commit();
}

}  // namespace

int main(int argc, char **argv) try {
    if (argc != 4) {
        std::cerr << "usage: xapian_build plain|terms|bulk PASSAGES DATABASE\n";
        return 2;
    }
    const std::string path = argv[3], loose = path + ".loose";
    const auto start = std::chrono::steady_clock::now();
    const bool whole = std::string(argv[1]) == "bulk";
    if (whole) {
        std::filesystem::remove_all(loose);
        build_whole(argv[2], loose);
    } else {
        build(argv[1], argv[2], loose);
    }
    const auto built = std::chrono::steady_clock::now();
    const double size = megabytes(loose);
    std::filesystem::remove_all(path);
    if (whole)
        merge_whole(loose, path);
    else
        Xapian::Database(loose).compact(path);
    std::filesystem::remove_all(loose);
    std::cout << std::chrono::duration<double>(built - start).count() << " s to build, "
              << std::chrono::duration<double>(std::chrono::steady_clock::now() - built).count()
              << " s more to compact " << size << " MB\n";
} catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
