// Terms and their numbers, in the order in which they came.
#ifndef CGLASSBULK_DICTIONARY_HH
#define CGLASSBULK_DICTIONARY_HH

#include "failure.hh"

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// An open hash table over the bytes of all terms, one after the other.
class Dictionary {
  public:
    struct Text {
        const char *bytes;
        size_t size;
    };

    Dictionary() : places(1 << 12) {}

    size_t count() const { return terms.size(); }

    Text text(uint32_t number) const { return {bytes.data() + terms[number].offset, terms[number].size}; }

    uint64_t memory() const {
        return bytes.capacity() + terms.capacity() * sizeof(Term) + places.capacity() * sizeof(Place);
    }

    /// The number of a term of at most 255 bytes, which is added when it is new.
    uint32_t number(const char *term, size_t size) {
        const uint64_t start = started(term, size);
        const uint32_t hash = hashed(start, term, size);
        const size_t mask = places.size() - 1;
        size_t place = hash & mask;
        for (; places[place].number != 0; place = (place + 1) & mask) {
            if (places[place].hash != hash)
                continue;
            const Term &known = terms[places[place].number - 1];
            if (known.start == start && known.size == size &&
                (size <= sizeof start || std::memcmp(bytes.data() + known.offset, term, size) == 0))
                return places[place].number - 1;
        }
        if (bytes.size() > UINT32_MAX - size)
            too_large("the terms take up more than 4 GB");
        terms.push_back({start, static_cast<uint32_t>(bytes.size()), static_cast<uint8_t>(size)});
        bytes.append(term, size);
        places[place] = {hash, static_cast<uint32_t>(terms.size())};
        if (terms.size() * 2 > places.size())
            grow();
        return static_cast<uint32_t>(terms.size() - 1);
    }

  private:
    struct Term {
        uint64_t start;
        uint32_t offset;
        uint8_t size;
    };

    struct Place {
        uint32_t hash;
        /// A term's number and 1, or 0.
        uint32_t number;
    };

    /// A term of at most eight bytes as a number, no other of its length has the same; of a longer one the first eight.
    static uint64_t started(const char *term, size_t size) {
        if (size >= 8)
            return part<uint64_t>(term);
        if (size >= 4)
            return uint64_t(part<uint32_t>(term + size - 4)) << 32 | part<uint32_t>(term);
        if (size >= 2)
            return uint64_t(part<uint16_t>(term + size - 2)) << 16 | part<uint16_t>(term);
        return size == 0 ? 0 : static_cast<uint8_t>(*term);
    }

    template <typename Unsigned> static Unsigned part(const char *bytes) {
        Unsigned value;
        std::memcpy(&value, bytes, sizeof value);
        return value;
    }

    /// Eight bytes at a time, mixed by a multiplication. Whoever chooses terms can make them collide; they come from
    /// text of a load, whose size bounds the harm.
    static uint32_t hashed(uint64_t start, const char *term, size_t size) {
        uint64_t hash = mixed((size * 0x9e3779b97f4a7c15u) ^ start);
        for (size_t at = 8; at < size; at += 8)
            hash = mixed(hash ^ (at + 8 <= size ? part<uint64_t>(term + at) : started(term + at, size - at)));
        return static_cast<uint32_t>(hash);
    }

    static uint64_t mixed(uint64_t word) {
        word *= 0xff51afd7ed558ccdu;
        return word ^ word >> 32;
    }

    void grow() {
        std::vector<Place> larger(places.size() * 2);
        const size_t mask = larger.size() - 1;
        for (const Place &known : places) {
            if (known.number == 0)
                continue;
            size_t place = known.hash & mask;
            while (larger[place].number != 0)
                place = (place + 1) & mask;
            larger[place] = known;
        }
        places.swap(larger);
    }

    std::string bytes;
    std::vector<Term> terms;
    std::vector<Place> places;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
