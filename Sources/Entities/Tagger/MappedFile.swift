internal import Glibc

/// A file's bytes, mapped for reading until the last reference goes.
///
/// Why it may be used from several threads: `bytes` is a constant that is set before `init` returns, so every thread
/// that has a reference sees it. The pages are mapped without the right to write, so no thread can change what another
/// reads, and a stray write would fault. They are unmapped in `deinit`, which runs when no reference is left, and
/// `TaggerModel`, which alone takes pointers into them, holds a reference for as long. `dateline-eval train` and
/// `make install` put a new file in the place of the old one, whose pages stay; a file that somebody else cuts short in
/// place is not guarded against, as it is for no mapped file.
// @unchecked Sendable: a constant pointer to read-only pages that live as long as this; the paragraph above proves it.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    /// - Returns: nil where the file cannot be opened or is empty; `errno` says why.
    init?(path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
        else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
