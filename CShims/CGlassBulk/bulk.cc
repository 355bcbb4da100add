// The functions of the header, each in one guard.
#include "CGlassBulk.h"

#include "builder.hh"
#include "merger.hh"

#include <cstring>
#include <exception>
#include <new>
#include <system_error>

using namespace glassbulk;

struct cglassbulk_builder {
    Builder builder;
};

static cglassbulk_status fail(cglassbulk_error *error, cglassbulk_status status, const char *message, int system_error) {
    if (error != nullptr) {
        error->status = status;
        error->system_error = system_error;
        std::strncpy(error->message, message, sizeof error->message - 1);
        error->message[sizeof error->message - 1] = '\0';
    }
    return status;
}

template <typename Body> static cglassbulk_status guard(cglassbulk_error *error, Body &&body) noexcept {
    try {
        body();
        return CGLASSBULK_OK;
    } catch (const Failure &failure) {
        return fail(error, failure.status, failure.message.c_str(), failure.system_error);
    } catch (const std::bad_alloc &) {
        return fail(error, CGLASSBULK_OUT_OF_MEMORY, "out of memory", 0);
    } catch (const std::system_error &refused) {
        return fail(error, CGLASSBULK_SYSTEM, "a thread could not be started", refused.code().value());
    } catch (const std::exception &other) {
        return fail(error, CGLASSBULK_DEFECT, other.what(), 0);
    } catch (...) {
        return fail(error, CGLASSBULK_DEFECT, "something unknown was thrown", 0);
    }
}

static Builder &built(cglassbulk_builder *builder) {
    if (builder == nullptr)
        refuse("the builder is NULL");
    return builder->builder;
}

static const char *text(const void *bytes, size_t size) {
    if (bytes == nullptr && size != 0)
        refuse("a byte string is NULL");
    return size == 0 ? "" : static_cast<const char *>(bytes);
}

static std::string folder(const void *path, size_t size) {
    const char *bytes = text(path, size);
    if (size == 0 || std::memchr(bytes, 0, size) != nullptr)
        refuse("the path is empty or has a NUL");
    return std::string(bytes, size);
}

uint32_t cglassbulk_format_version(void) noexcept { return 20160314; }

cglassbulk_status cglassbulk_open(const void *path, size_t path_size, int compression, cglassbulk_builder **builder,
                                  cglassbulk_error *error) noexcept {
    if (builder != nullptr)
        *builder = nullptr;
    return guard(error, [&] {
        if (builder == nullptr)
            refuse("the place for the builder is NULL");
        *builder = new cglassbulk_builder{{folder(path, path_size), compression}};
    });
}

void cglassbulk_free(cglassbulk_builder *builder) noexcept { delete builder; }

cglassbulk_status cglassbulk_begin(cglassbulk_builder *builder, uint32_t docid, cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).begin(docid); });
}

cglassbulk_status cglassbulk_set_data(cglassbulk_builder *builder, const void *bytes, size_t size,
                                      cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).set_data(text(bytes, size), size); });
}

cglassbulk_status cglassbulk_set_value(cglassbulk_builder *builder, uint32_t slot, const void *bytes, size_t size,
                                       cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).set_value(slot, text(bytes, size), size); });
}

cglassbulk_status cglassbulk_add_posting(cglassbulk_builder *builder, const void *term, size_t term_size,
                                         uint32_t position, cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).add_posting(text(term, term_size), term_size, position); });
}

cglassbulk_status cglassbulk_add_term(cglassbulk_builder *builder, const void *term, size_t term_size, uint32_t wdf,
                                      cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).add_term(text(term, term_size), term_size, wdf); });
}

cglassbulk_status cglassbulk_set_metadata(cglassbulk_builder *builder, const void *key, size_t key_size,
                                          const void *bytes, size_t size, cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).set_metadata(text(key, key_size), key_size, text(bytes, size), size); });
}

uint64_t cglassbulk_memory(const cglassbulk_builder *builder) noexcept {
    return builder == nullptr ? 0 : builder->builder.memory();
}

cglassbulk_status cglassbulk_finish(cglassbulk_builder *builder, bool sync, cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).finish(sync, false); });
}

cglassbulk_status cglassbulk_finish_piece(cglassbulk_builder *builder, cglassbulk_error *error) noexcept {
    return guard(error, [&] { built(builder).finish(false, true); });
}

cglassbulk_status cglassbulk_merge(const cglassbulk_source *sources, size_t count, const void *path, size_t path_size,
                                   bool sync, cglassbulk_error *error) noexcept {
    return guard(error, [&] {
        if (sources == nullptr && count != 0)
            refuse("the sources are NULL");
        Merger merger;
        for (size_t index = 0; index < count; ++index)
            merger.add(folder(sources[index].path, sources[index].path_size), sources[index].offset);
        merger.write(folder(path, path_size), sync);
    });
}
