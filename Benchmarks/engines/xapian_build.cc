// Builds stock Xapian databases from the benchmark's passages (passages.tsv; Benchmarks/README.md names the columns).
//
// usage: xapian_build plain PASSAGES DATABASE    Xapian's plain loop: TermGenerator on the text, raw and stemmed terms
//        xapian_build terms PASSAGES DATABASE    the given terms as they are: what the queries run against
//
// Same fields in both; one thread, default flush threshold. DATABASE is left compacted; its size before is printed.
#include <xapian.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> split(const std::string &text, char separator) {
    std::vector<std::string> parts;
    std::string part;
    std::istringstream stream(text);
    while (std::getline(stream, part, separator)) parts.push_back(part);
    return parts;
}

double megabytes(const std::string &folder) {
    double bytes = 0;
    for (const auto &file : std::filesystem::directory_iterator(folder)) bytes += double(file.file_size());
    return bytes / 1e6;
}

// docid article number date section source persons places organizations terms text
enum Column { docid, article, number, date, section, source, persons, places, organizations, terms, text, columns };

void add_fields(Xapian::Document &document, const std::vector<std::string> &row) {
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
        for (const std::string &name : split(names, '\x1f')) document.add_boolean_term(prefixes[i] + name);
    }
}

void build(const std::string &kind, const std::string &passages, const std::string &path) {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::ifstream lines(passages);
    std::string line;
    while (std::getline(lines, line)) {
        const std::vector<std::string> row = split(line, '\t');
        if (row.size() != columns) throw Xapian::InvalidArgumentError("a row of another shape: " + line);
        Xapian::Document document;
        if (kind == "plain") {
            generator.set_document(document);
            generator.index_text(row[text]);
        } else {
            Xapian::termpos position = 0;
            for (const std::string &term : split(row[terms], ' ')) document.add_posting(term, ++position);
        }
        add_fields(document, row);
        db.add_document(document);
    }
    db.commit();
}

}  // namespace

int main(int argc, char **argv) try {
    if (argc != 4) {
        std::cerr << "usage: xapian_build plain|terms PASSAGES DATABASE\n";
        return 2;
    }
    const std::string path = argv[3], loose = path + ".loose";
    const auto start = std::chrono::steady_clock::now();
    build(argv[1], argv[2], loose);
    const auto built = std::chrono::steady_clock::now();
    const double size = megabytes(loose);
    std::filesystem::remove_all(path);
    Xapian::Database(loose).compact(path);
    std::filesystem::remove_all(loose);
    std::cout << std::chrono::duration<double>(built - start).count() << " s to build, "
              << std::chrono::duration<double>(std::chrono::steady_clock::now() - built).count()
              << " s more to compact " << size << " MB\n";
} catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
