// Stock Xapian ranking a judged collection: what its guide shows (TermGenerator, QueryParser, the English stemmer, its
// default weighting), a whole article a document.
//
// usage: xapian_rank ARTICLES QUERIES DATABASE     both files have lines of id, tab, text
//
// Prints run lines of TREC's form. rank.py starts it.
#include <xapian.h>

#include <cctype>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

namespace {

const Xapian::doccount depth = 1000;

// Reads a line that holds something; false at the end.
bool read_row(std::istream &lines, std::pair<std::string, std::string> &row) {
    std::string line;
    while (std::getline(lines, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.compare(0, 3, "\xef\xbb\xbf") == 0) line.erase(0, 3);
        const size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        row = {line.substr(0, tab), line.substr(tab + 1)};
        return true;
    }
    return false;
}

void build(Xapian::WritableDatabase &db, const char *articles) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::ifstream lines(articles);
    std::pair<std::string, std::string> row;
    while (read_row(lines, row)) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(row.second);
        document.set_data(row.first);
        db.add_document(document);
    }
    db.commit();
}

// The words alone: a hyphen or a slash would make a phrase of what stands beside it.
std::string words(std::string text) {
    for (char &c : text)
        if (std::ispunct(static_cast<unsigned char>(c)) && c != '\'' && c != '.' && c != '&') c = ' ';
    return text;
}

void rank(const Xapian::Database &db, const char *queries) {
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    Xapian::Enquire enquire(db);
    std::ifstream lines(queries);
    std::pair<std::string, std::string> row;
    while (read_row(lines, row)) {
        // Without flags there are no operators, and any of the words will do.
        enquire.set_query(parser.parse_query(words(row.second), 0));
        const Xapian::MSet hits = enquire.get_mset(0, depth);
        for (auto hit = hits.begin(); hit != hits.end(); ++hit)
            std::cout << row.first << " Q0 " << hit.get_document().get_data() << ' ' << hit.get_rank() + 1 << ' '
                      << hit.get_weight() << " xapian\n";
    }
}

}  // namespace

int main(int argc, char **argv) try {
    std::ios::sync_with_stdio(false);
    if (argc != 4) {
        std::cerr << "usage: xapian_rank ARTICLES QUERIES DATABASE\n";
        return 2;
    }
    std::cout.precision(15);
    Xapian::WritableDatabase db(argv[3], Xapian::DB_CREATE);
    build(db, argv[1]);
    rank(db, argv[2]);
} catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
