// The encodings of numbers and strings that glass keeps in keys and tags: docs/GLASS.md, "Numbers and strings".
#ifndef CGLASSBULK_ENCODING_HH
#define CGLASSBULK_ENCODING_HH

#include "failure.hh"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// Seven bits a byte, the lowest first; the top bit says that more follow.
template <typename Unsigned> inline void put_number(std::string &out, Unsigned value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(0x80 | (value & 0x7f)));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

/// As many bytes as it takes, the lowest first; only for the end of a key, because nothing says how many.
inline void put_last_number(std::string &out, uint32_t value) {
    for (; value != 0; value >>= 8)
        out.push_back(static_cast<char>(value & 0xff));
}

/// Bytes that sort as the numbers do, and never begin with 0xff: two for less than 2^15; else the leading ones of the
/// first byte say how many follow, as in UTF-8.
inline void put_sortable(std::string &out, uint32_t value) {
    if (value < 0x8000) {
        out.push_back(static_cast<char>(value >> 8));
        out.push_back(static_cast<char>(value));
        return;
    }
    int size = 3;
    for (uint32_t rest = value >> 22; rest != 0; rest >>= 7)
        ++size;
    const unsigned marks = (0xffu << (10 - size)) & 0xff;
    // A byte of marks and value; five bytes hold 36 bits, of which a docid needs 32.
    const uint64_t wide = value;
    out.push_back(static_cast<char>(marks | static_cast<unsigned>(wide >> (8 * (size - 1)))));
    for (int place = size - 2; place >= 0; --place)
        out.push_back(static_cast<char>(wide >> (8 * place)));
}

inline void put_string(std::string &out, const char *bytes, size_t size) {
    put_number(out, size);
    out.append(bytes, size);
}

/// Bytes that sort as the strings do whatever follows them: each NUL is followed by 0xff.
inline void put_sortable_string(std::string &out, const char *bytes, size_t size) {
    const char *end = bytes + size;
    while (const void *found = size == 0 ? nullptr : std::memchr(bytes, 0, static_cast<size_t>(end - bytes))) {
        const char *after = static_cast<const char *>(found) + 1;
        out.append(bytes, static_cast<size_t>(after - bytes));
        out.push_back('\xff');
        bytes = after;
        if (bytes == end)
            return;
    }
    out.append(bytes, static_cast<size_t>(end - bytes));
}

/// Bits, the lowest of a byte first.
class BitWriter {
  public:
    explicit BitWriter(std::string &out) : out(out) {}

    /// One of `count` values with as few bits as will do. Where count is no power of two, the values in the middle of
    /// the range take one bit fewer.
    void put(uint32_t value, uint32_t count) {
        int bits = count < 2 ? 0 : 32 - __builtin_clz(count - 1);
        const uint32_t spare = static_cast<uint32_t>((uint64_t(1) << bits) - count);
        if (spare != 0) {
            const uint32_t middle = (count - spare) / 2;
            if (value >= middle + spare)
                value = (value - (middle + spare)) | (uint32_t(1) << (bits - 1));
            else if (value >= middle)
                --bits;
        }
        pending |= uint64_t(value) << held;
        held += bits;
        for (; held >= 8; held -= 8, pending >>= 8)
            out.push_back(static_cast<char>(pending));
    }

    /// The values between two that are known, by interpolative coding: the one in the middle, then both halves (Moffat
    /// and Stuiver, "Binary interpolative coding for effective index compression", 2000).
    void put_between(const uint32_t *values, size_t first, size_t last) {
        while (first + 1 < last) {
            const size_t middle = first + (last - first) / 2;
            const uint32_t lowest = values[first] + static_cast<uint32_t>(middle - first);
            const uint32_t choices = values[last] - values[first] + 1 - static_cast<uint32_t>(last - first);
            put(values[middle] - lowest, choices);
            put_between(values, first, middle);
            first = middle;
        }
    }

    void finish() {
        if (held > 0)
            out.push_back(static_cast<char>(pending));
        held = 0;
        pending = 0;
    }

  private:
    std::string &out;
    uint64_t pending = 0;
    int held = 0;
};

/// The positions of a term in a document: ascending, each once, at least one.
inline void put_positions(std::string &out, const uint32_t *positions, size_t count) {
    const uint32_t last = positions[count - 1];
    put_number(out, last);
    if (count == 1)
        return;
    BitWriter bits(out);
    bits.put(positions[0], last);
    bits.put(static_cast<uint32_t>(count - 2), last - positions[0]);
    bits.put_between(positions, 0, count - 1);
    bits.finish();
}

/// Reads what the functions above write, and throws when it is something else.
class Decoder {
  public:
    /// - Parameter path: the file that the bytes are of, which has to stay.
    Decoder(std::string_view bytes, const std::string &path) : bytes(bytes), path(path) {}

    bool is_at_end() const { return bytes.empty(); }
    std::string_view rest() const { return bytes; }

    template <typename Unsigned> Unsigned number() {
        uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const uint8_t byte = this->byte();
            value |= uint64_t(byte & 0x7f) << shift;
            if (byte >= 0x80)
                continue;
            if (value != static_cast<Unsigned>(value))
                break;
            return static_cast<Unsigned>(value);
        }
        damaged(path, "a number is too large");
    }

    uint32_t sortable() {
        const uint8_t first = byte();
        if (first < 0x80)
            return uint32_t(first) << 8 | byte();
        const int size = __builtin_clz(~(uint32_t(first) << 24)) + 2;
        uint64_t value = size > 5 ? UINT64_MAX : first & (0xffu >> (size - 1));
        for (int left = size - 1; left > 0 && value <= UINT32_MAX; --left)
            value = value << 8 | byte();
        if (value > UINT32_MAX)
            damaged(path, "a docid is too large");
        return static_cast<uint32_t>(value);
    }

    std::string_view string() { return skip(number<size_t>()); }

    std::string_view skip(size_t size) {
        if (size > bytes.size())
            damaged(path, "an entry ends too early");
        const std::string_view taken = bytes.substr(0, size);
        bytes.remove_prefix(size);
        return taken;
    }

    uint8_t byte() {
        if (bytes.empty())
            damaged(path, "an entry ends too early");
        const uint8_t first = static_cast<uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        return first;
    }

  private:
    std::string_view bytes;
    const std::string &path;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
