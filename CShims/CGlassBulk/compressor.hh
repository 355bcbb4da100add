// What glass calls a compressed tag: raw deflate.
#ifndef CGLASSBULK_COMPRESSOR_HH
#define CGLASSBULK_COMPRESSOR_HH

#include "failure.hh"

#include <algorithm>
#include <new>
#include <string>
#include <zlib.h>

#pragma GCC visibility push(hidden)

namespace glassbulk {

class Compressor {
  public:
    /// A small window: Xapian reads any, and to begin a tag with a small one costs less.
    explicit Compressor(int level) {
        const int status = deflateInit2(&stream, level, Z_DEFLATED, -13, 5, Z_DEFAULT_STRATEGY);
        if (status == Z_MEM_ERROR)
            throw std::bad_alloc();
        if (status != Z_OK)
            refuse("the level of compression is not one of zlib's");
    }
    ~Compressor() { deflateEnd(&stream); }
    Compressor(const Compressor &) = delete;
    Compressor &operator=(const Compressor &) = delete;

    /// Whether the result, in out, is smaller.
    bool compress(const char *bytes, size_t size, std::string &out) {
        if (size > UINT32_MAX || deflateReset(&stream) != Z_OK)
            return false;
        out.resize(size);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes));
        stream.avail_in = static_cast<uInt>(size);
        stream.next_out = reinterpret_cast<Bytef *>(&out[0]);
        stream.avail_out = static_cast<uInt>(size);
        if (deflate(&stream, Z_FINISH) != Z_STREAM_END || stream.total_out >= size)
            return false;
        out.resize(stream.total_out);
        return true;
    }

  private:
    z_stream stream = {};
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
