// Holds databases that CGlassBulk merges to what a WritableDatabase has of all their documents.
#include "bulk_support.hh"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

/// Some databases, of CGlassBulk's and of Xapian's with changes behind them, merged; beside it all that in one of Xapian's.
void merged(const std::string &folder, uint32_t seed) {
    random_numbers.seed(seed + 1000);
    const std::string name = folder + "/merge" + std::to_string(seed), plain = name + "-plain", whole = name + "-whole";
    const uint32_t count = 1 + below(seed % 4 == 0 ? 40 : 5);
    std::vector<std::string> paths;
    std::vector<uint32_t> offsets;
    std::vector<Made> all;
    std::map<std::string, std::string> all_metadata;
    // Docids of two to five bytes.
    uint32_t next = seed == 6 ? 4293967295u : seed % 3 == 0 ? 5000000u : 0;
    // Xapian tightens the bounds of values when a slot's last one goes, of the source but not of all.
    bool has_exact_bounds = true;
    {
        Xapian::WritableDatabase database(plain, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        for (uint32_t source = 0; source < count; ++source) {
            std::vector<Made> own;
            uint32_t docid = below(3) == 0 ? below(40000) : 0;
            for (uint32_t index = 1 + below(source == 0 ? 2500 : 300); index > 0; --index)
                own.push_back(document(docid += 1 + (below(40) == 0 ? below(300) : 0)));
            std::map<std::string, std::string> metadata;
            for (uint32_t index = below(10); index > 0; --index)
                metadata["M" + std::to_string(below(30))] = std::string(below(9000), static_cast<char>('a' + below(26)));
            paths.push_back(name + "-" + std::to_string(source));
            offsets.push_back(next);
            for (const Made &made : own) {
                all.push_back(made);
                all.back().docid += next;
                database.replace_document(all.back().docid, for_xapian(made));
            }
            if (const uint32_t kind = below(3); kind != 0) {
                build(paths.back(), own, metadata, kind == 1);
            } else {
                Xapian::WritableDatabase other(paths.back(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
                for (const Made &made : own)
                    other.replace_document(made.docid, for_xapian(made));
                other.commit();
                for (const Made &made : own) {
                    if (below(5) != 0 && !(below(2) == 0 && made.docid + 30 > docid))
                        continue;
                    has_exact_bounds = false;
                    other.delete_document(made.docid);
                    database.delete_document(made.docid + next);
                    if (below(20) == 0)
                        other.commit();
                }
                for (const auto &entry : metadata)
                    other.set_metadata(entry.first, entry.second);
                other.commit();
            }
            all_metadata.insert(metadata.begin(), metadata.end());
            next += docid + below(3) * below(100);
        }
        for (const auto &entry : all_metadata)
            database.set_metadata(entry.first, entry.second);
        database.commit();
    }
    std::vector<cglassbulk_source> sources;
    for (size_t source = 0; source < count; ++source)
        sources.push_back({paths[source].data(), paths[source].size(), offsets[source]});
    cglassbulk_error error;
    check(cglassbulk_merge(sources.data(), sources.size(), whole.data(), whole.size(), seed % 2 == 0, &error), error);
    sound(whole);
    compare(whole, plain, "merged", has_exact_bounds);
    change_both(whole, plain, all, 500, has_exact_bounds);
}

/// Sources that are merged as they should be, or not at all.
void edges(const std::string &folder) {
    const std::string built = folder + "/built", emptied = folder + "/emptied", out = folder + "/edges", plain = out + "-plain";
    std::vector<Made> all(3);
    for (uint32_t index = 0; index < 3; ++index)
        all[index] = {index + 4, "data", {{7, "value"}}, {{"word", 3}}, {{"term", 0}}};
    build(built, all, {{"both", "built"}});
    Xapian::WritableDatabase none(emptied, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    none.set_metadata("both", "emptied");
    none.set_metadata("own", std::string(5000, 'm'));
    for (uint32_t docid = 1; docid <= 20; ++docid)
        none.add_document(Xapian::Document());
    none.commit();
    for (uint32_t docid = 1; docid <= 20; ++docid)
        none.delete_document(docid);
    none.commit();

    // Of a source without documents, metadata and the last docid stay.
    for (const bool is_last : {false, true}) {
        std::vector<cglassbulk_source> sources = {{emptied.data(), emptied.size(), 0}, {built.data(), built.size(), 20}};
        if (is_last)
            sources = {{built.data(), built.size(), 0}, {emptied.data(), emptied.size(), 6}};
        cglassbulk_error error = {};
        check(cglassbulk_merge(sources.data(), 2, out.data(), out.size(), false, &error), error);
        Xapian::WritableDatabase database(plain, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        for (const Made &made : all)
            database.replace_document(made.docid + (is_last ? 0 : 20), for_xapian(made));
        if (is_last) {
            database.replace_document(26, Xapian::Document());
            database.delete_document(26);
        }
        database.set_metadata("own", std::string(5000, 'm'));
        database.set_metadata("both", is_last ? "built" : "emptied");
        database.close();
        sound(out);
        compare(out, plain, "merged with a source without documents", true);
        change_both(out, plain, all, 50, true);
        for (const std::string &path : {out, plain, out + "-compact"})
            std::filesystem::remove_all(path);
    }

    const auto status = [&out](const std::string &one, const std::string &other, uint32_t offset) {
        const cglassbulk_source sources[] = {{one.data(), one.size(), 0}, {other.data(), other.size(), offset}};
        cglassbulk_error error = {};
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error);
        require(is_gone(out), "a merge that failed has left files");
        return status;
    };
    require(status(built, built, 5) == CGLASSBULK_INVALID_ARGUMENT, "docids of two sources that overlap");
    require(status(built, built, UINT32_MAX - 5) == CGLASSBULK_TOO_LARGE, "docids above 2^32");
    require(status(emptied, emptied, 20) == CGLASSBULK_INVALID_ARGUMENT, "no documents");
    none.add_spelling("word");
    none.commit();
    require(status(built, emptied, 6) == CGLASSBULK_INVALID_ARGUMENT, "spelling");
    // With a docid the key of this term is too long: each list fits in a chunk, which has none, and both together do not.
    const std::string odd = folder + "/odd";
    Xapian::WritableDatabase database(odd, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    for (uint32_t docid = 1; docid <= 900; ++docid) {
        Xapian::Document document;
        document.add_boolean_term(std::string(235, 'x') + std::string(10, '\0'));
        database.add_document(document);
    }
    database.commit();
    require(status(odd, odd, 900) == CGLASSBULK_TOO_LARGE, "a key that is too long");
}

std::vector<char> contents(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

/// Merging believes nothing of its sources: whatever bytes of one are others, it gives an error, or a database, and no more.
void damaged(const std::string &folder, uint32_t rounds, bool is_piece) {
    random_numbers.seed(7);
    std::filesystem::create_directory(folder);
    const std::string paths[] = {folder + "/sound", folder + "/damaged"}, out = folder + "/of-damaged";
    for (uint32_t source = 0; source < 2; ++source) {
        std::vector<Made> all;
        for (uint32_t docid = 1; docid <= 400; ++docid)
            all.push_back(document(docid));
        build(paths[source], all, {{"key", std::string(9000, 'v')}}, source == 1 && is_piece);
    }
    const cglassbulk_source sources[] = {{paths[0].data(), paths[0].size(), 0}, {paths[1].data(), paths[1].size(), 400}};
    const char *const positions = is_piece ? "/positions.runs" : "/position.glass";
    uint32_t refused = 0;
    for (uint32_t round = 0; round < rounds; ++round) {
        const char *const names[] = {"/iamglass", "/postlist.glass", "/docdata.glass", "/termlist.glass", positions};
        const std::string path = paths[1] + names[below(5)];
        const std::vector<char> before = contents(path);
        std::vector<char> after = before;
        for (uint32_t change = 1 + below(6); change > 0; --change) {
            // Most of them where a block begins, which says where its items are.
            const size_t block = below(static_cast<uint32_t>(after.size())) / 8192 * 8192;
            const size_t at = below(3) != 0 ? block + below(60) : below(static_cast<uint32_t>(after.size()));
            after[at % after.size()] = static_cast<char>(below(256));
        }
        if (below(8) == 0)
            after.resize(below(static_cast<uint32_t>(after.size())));
        std::ofstream(path, std::ios::binary).write(after.data(), static_cast<std::streamsize>(after.size()));
        cglassbulk_error error = {};
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error);
        require(status == CGLASSBULK_OK || status == CGLASSBULK_DAMAGED || status == CGLASSBULK_INVALID_ARGUMENT ||
                    status == CGLASSBULK_TOO_LARGE || (status == CGLASSBULK_SYSTEM && error.system_error == ENOENT),
                "a damaged source: " + std::string(error.message));
        if (status != CGLASSBULK_OK) {
            ++refused;
            require(is_gone(out), "a merge that failed has left files");
        } else {
            Xapian::Database(out).get_document(1);
            std::filesystem::remove_all(out);
        }
        std::ofstream(path, std::ios::binary).write(before.data(), static_cast<std::streamsize>(before.size()));
    }
    require(refused > rounds / 2, "most damage to the heads of blocks is seen");
    // What is missing, and what is no database.
    cglassbulk_error error = {};
    require(cglassbulk_merge(nullptr, 0, out.data(), out.size(), false, &error) == CGLASSBULK_INVALID_ARGUMENT, "no sources");
    const cglassbulk_source twice[] = {sources[0], sources[0]};
    require(cglassbulk_merge(twice, 2, out.data(), out.size(), false, &error) == CGLASSBULK_INVALID_ARGUMENT, "docids twice");
    // A disk that fills, at whatever table.
    rlimit before;
    require(getrlimit(RLIMIT_FSIZE, &before) == 0, "getrlimit");
    for (rlim_t bytes : {rlim_t(0), rlim_t(100), rlim_t(50000), rlim_t(200000)}) {
        const rlimit limit = {bytes, before.rlim_max};
        require(setrlimit(RLIMIT_FSIZE, &limit) == 0, "setrlimit");
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), true, &error);
        require(setrlimit(RLIMIT_FSIZE, &before) == 0, "setrlimit");
        require(status == CGLASSBULK_SYSTEM && error.system_error == EFBIG, "a merge whose files may not grow");
        require(is_gone(out), "a merge that failed has left files");
    }
    std::filesystem::remove(paths[1] + positions);
    require(cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error) == CGLASSBULK_SYSTEM, "a missing table");
    require(error.system_error == ENOENT, "why a table could not be opened");
    const cglassbulk_source one[] = {sources[0]};
    check(cglassbulk_merge(one, 1, out.data(), out.size(), true, &error), error);
    compare(out, paths[0], "a merge of one", true);
}

} // namespace

void merges(const std::string &folder, uint32_t rounds) {
    edges(folder);
    damaged(folder + "/damage", 500, false);
    damaged(folder + "/damage-to-piece", 500, true);
    for (uint32_t seed = 1; seed <= rounds; ++seed)
        merged(folder, seed);
}
