// The keys of the table of posting lists: docs/GLASS.md, "Entries".
#ifndef CGLASSBULK_KEY_HH
#define CGLASSBULK_KEY_HH

#include "encoding.hh"
#include "failure.hh"

#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// What a key is of, unless it is a term's: its second byte, after a NUL. A NUL of a term is followed by 0xff.
namespace key_kind {
constexpr char term = '\0', metadata = '\xc0', value_statistics = '\xd0', value_chunk = '\xd8', lengths = '\xe0';

inline char of(std::string_view key) {
    return key.size() > 1 && key[0] == '\0' && key[1] != '\xff' ? key[1] : term;
}
} // namespace key_kind

/// The beginning of a key that is no term's.
inline std::string key_beginning(char kind) { return {'\0', kind}; }

/// How many bytes of a key name the list that it belongs to; after them there may be a docid. Throws DAMAGED.
/// - Parameter path: the file that the key is from.
inline size_t name_size(std::string_view key, const std::string &path) {
    switch (key_kind::of(key)) {
    case key_kind::metadata:
    case key_kind::value_statistics:
        return key.size();
    case key_kind::value_chunk: {
        Decoder rest(key.substr(2), path);
        rest.number<uint32_t>();
        return key.size() - rest.rest().size();
    }
    case key_kind::lengths:
        return 2;
    case key_kind::term:
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

} // namespace glassbulk

#pragma GCC visibility pop

#endif
