// Prints what a Dateline index holds, for the other engines of the benchmark: they index the very same terms and names.
//
// usage: export DATABASE passages > FILE     docid⇥article⇥number⇥date⇥persons⇥places⇥organizations⇥terms
//        export DATABASE words > FILE        word⇥term⇥passages that have the term
//
// Names are separated by U+001F. It reads nothing but terms, positions and metadata keys (docs/ARCHITECTURE.md), and
// goes through them in the order in which they lie on disk.
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct Occurrence {
    uint32_t position, term;
};

struct Passage {
    std::vector<Occurrence> text;
    std::string article, date, names[3];
};

const char *const name_prefixes[3] = {"XP", "XL", "XO"};

bool has_prefix(const std::string &term) { return term[0] >= 'A' && term[0] <= 'Z'; }

void print_passages(const Xapian::Database &db) {
    std::vector<Passage> passages(db.get_lastdocid() + 1);
    std::vector<std::string> terms;
    for (auto t = db.allterms_begin(); t != db.allterms_end(); ++t) {
        const std::string term = *t;
        if (!has_prefix(term)) {
            for (auto p = db.postlist_begin(term); p != db.postlist_end(term); ++p)
                for (auto at = p.positionlist_begin(); at != p.positionlist_end(); ++at)
                    passages[*p].text.push_back({*at, uint32_t(terms.size())});
            terms.push_back(term);
            continue;
        }
        for (auto p = db.postlist_begin(term); p != db.postlist_end(term); ++p) {
            if (term[0] == 'Q') passages[*p].article = term.substr(1);
            if (term[0] == 'D') passages[*p].date = term.substr(1);
            for (int i = 0; i < 3; ++i) {
                if (term.compare(0, 2, name_prefixes[i]) != 0) continue;
                std::string &names = passages[*p].names[i];
                names += (names.empty() ? "" : "\x1f") + term.substr(2);
            }
        }
    }
    const std::string *article = nullptr;
    unsigned number = 0;
    for (Xapian::docid docid = 1; docid < passages.size(); ++docid) {
        Passage &passage = passages[docid];
        if (passage.article.empty()) continue;
        // An article's passages have adjacent docids.
        number = article && *article == passage.article ? number + 1 : 1;
        article = &passage.article;
        std::cout << docid << '\t' << passage.article << '\t' << number << '\t' << passage.date;
        for (const std::string &names : passage.names) std::cout << '\t' << names;
        std::cout << '\t';
        std::sort(passage.text.begin(), passage.text.end(),
                  [](const Occurrence &a, const Occurrence &b) { return a.position < b.position; });
        uint32_t position = 0;
        for (const Occurrence &occurrence : passage.text) {
            // A token without a term leaves its position free; what stands on both sides is not adjacent.
            while (++position < occurrence.position) std::cout << "_ ";
            std::cout << terms[occurrence.term] << ' ';
        }
        std::cout << '\n';
        passage.text = {};
    }
}

void print_words(const Xapian::Database &db) {
    for (auto key = db.metadata_keys_begin("W"); key != db.metadata_keys_end("W"); ++key) {
        const std::string term = db.get_metadata(*key);
        std::cout << (*key).substr(1) << '\t' << term << '\t' << db.get_termfreq(term) << '\n';
    }
}

}  // namespace

int main(int argc, char **argv) try {
    std::ios::sync_with_stdio(false);
    if (argc != 3) {
        std::cerr << "usage: export DATABASE passages|words\n";
        return 2;
    }
    const Xapian::Database db(argv[1]);
    if (std::string(argv[2]) == "words")
        print_words(db);
    else
        print_passages(db);
} catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
