// What the tests of CGlassBulk share: made-up documents, databases of them, and all that Xapian tells of one.
#ifndef BULK_SUPPORT_HH
#define BULK_SUPPORT_HH

#include "CGlassBulk.h"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

struct Made {
    uint32_t docid;
    std::string data;
    std::map<uint32_t, std::string> values;
    std::vector<std::pair<std::string, uint32_t>> postings;
    std::vector<std::pair<std::string, uint32_t>> terms;
};

extern std::mt19937 random_numbers;

uint32_t below(uint32_t count);

/// Ends the process with status 1.
[[noreturn]] void fail(const std::string &what);
void require(bool condition, const std::string &what);
void check(cglassbulk_status status, const cglassbulk_error &error);

/// A document with random content, of all kinds that matter to the format.
Made document(uint32_t docid);
Xapian::Document for_xapian(const Made &made);

/// Has CGlassBulk write a database.
void build(const std::string &path, const std::vector<Made> &all, const std::map<std::string, std::string> &metadata,
           bool is_piece = false);

/// Fails unless Xapian tells the same of both. Of the bounds of values, which it tightens when a slot's last value goes
/// and not otherwise, either what they are or whether they hold.
void compare(const std::string &bulk, const std::string &plain, const char *when, bool tells_bounds);

/// Fails when xapian-check finds something.
void sound(const std::string &path);

/// Makes the same changes to both, in several commits, and compares; then compacts the one, and compares again.
void change_both(const std::string &bulk, const std::string &plain, const std::vector<Made> &all, uint32_t changes,
                 bool tells_bounds);

/// Whether nothing is at a path.
bool is_gone(const std::string &path);

/// The tests of merging.
void merges(const std::string &folder, uint32_t rounds);

#endif
