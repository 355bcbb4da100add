// What glass keeps of a slot's values beside the values: docs/GLASS.md, "Entries".
#ifndef CGLASSBULK_VALUE_STATISTICS_HH
#define CGLASSBULK_VALUE_STATISTICS_HH

#include "encoding.hh"

#include <cstdint>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// How many values there are, the least and the greatest.
class ValueStatistics {
  public:
    void add(std::string_view value) { add(1, value, value); }

    /// Adds what a tag says of other values of the slot.
    void add_tag(Decoder in) {
        const uint32_t more = in.number<uint32_t>();
        const std::string_view low = in.string();
        add(more, low, in.is_at_end() ? low : in.rest());
    }

    std::string tag() const {
        std::string tag;
        put_number(tag, count);
        put_string(tag, lowest.data(), lowest.size());
        if (highest != lowest)
            tag += highest;
        return tag;
    }

  private:
    void add(uint32_t more, std::string_view low, std::string_view high) {
        if (count == 0 || low < lowest)
            lowest.assign(low);
        if (count == 0 || high > highest)
            highest.assign(high);
        count += more;
    }

    uint32_t count = 0;
    std::string lowest, highest;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
