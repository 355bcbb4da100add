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

    Dictionary() : places(1 << 12, 0) {}

    size_t count() const { return terms.size(); }

    Text text(uint32_t number) const { return {bytes.data() + terms[number].offset, terms[number].size}; }

    uint64_t memory() const {
        return bytes.capacity() + terms.capacity() * sizeof(Term) + places.capacity() * sizeof(uint32_t);
    }

    /// The number of a term of at most 255 bytes, which is added when it is new.
    uint32_t number(const char *term, size_t size) {
        const uint32_t hash = hashed(term, size);
        const size_t mask = places.size() - 1;
        size_t place = hash & mask;
        for (; places[place] != 0; place = (place + 1) & mask) {
            const Term &known = terms[places[place] - 1];
            if (known.hash == hash && known.size == size && std::memcmp(bytes.data() + known.offset, term, size) == 0)
                return places[place] - 1;
        }
        if (bytes.size() > UINT32_MAX - size)
            too_large("the terms take up more than 4 GB");
        terms.push_back({static_cast<uint32_t>(bytes.size()), hash, static_cast<uint8_t>(size)});
        bytes.append(term, size);
        places[place] = static_cast<uint32_t>(terms.size());
        if (terms.size() * 2 > places.size())
            grow();
        return static_cast<uint32_t>(terms.size() - 1);
    }

  private:
    struct Term {
        uint32_t offset;
        uint32_t hash;
        uint8_t size;
    };

    /// Eight bytes at a time, mixed by a multiplication. Whoever chooses terms can make them collide; they come from text
    /// of a load, whose size bounds the harm.
    static uint32_t hashed(const char *term, size_t size) {
        uint64_t hash = size * 0x9e3779b97f4a7c15u;
        while (size > 0) {
            uint64_t word = 0;
            const size_t taken = size < 8 ? size : 8;
            std::memcpy(&word, term, taken);
            hash = (hash ^ word) * 0xff51afd7ed558ccdu;
            hash ^= hash >> 32;
            term += taken;
            size -= taken;
        }
        return static_cast<uint32_t>(hash);
    }

    void grow() {
        std::vector<uint32_t> larger(places.size() * 2, 0);
        const size_t mask = larger.size() - 1;
        for (uint32_t number = 0; number < terms.size(); ++number) {
            size_t place = terms[number].hash & mask;
            while (larger[place] != 0)
                place = (place + 1) & mask;
            larger[place] = number + 1;
        }
        places.swap(larger);
    }

    std::string bytes;
    std::vector<Term> terms;
    /// A term's number and 1, or 0.
    std::vector<uint32_t> places;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
