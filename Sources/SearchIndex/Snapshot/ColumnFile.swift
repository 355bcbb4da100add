import Glibc

/// A file that holds a column's elements one after the other, in the machine's byte order.
///
/// It only grows, and only its one writer appends; what is below `used` is never written again. It is open only while it
/// is mapped anew, so that an index with many columns leaves descriptors to others.
final class ColumnFile {
    /// Its name in the folder of columns.
    let name: String
    /// How many bytes have been written. For the writer's thread alone.
    var used: Int
    private let path: String
    /// Tells this file from another that has been made in its place.
    private let inode: ino_t

    /// The size of a new file.
    private static let firstSize = 16 << 10

    /// Makes an empty file. One that is there already is unlinked, not emptied: somebody may still read its mapping.
    /// - Throws: when the system refuses.
    init(creating name: String, in folder: String) throws(ColumnFault) {
        path = "\(folder)/\(name)"
        unlink(path)
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ColumnFault(in: name, "cannot be made, error \(errno)") }
        defer { close(descriptor) }
        self.name = name
        used = 0
        inode = try Self.status(of: descriptor, name).st_ino
    }

    /// Opens a file whose first `used` bytes hold a column; what follows them is as good as free.
    /// - Throws: when there is no such file, or a shorter one.
    init(opening name: String, in folder: String, used: Int) throws(ColumnFault) {
        path = "\(folder)/\(name)"
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw ColumnFault(in: name, "cannot be opened, error \(errno)") }
        defer { close(descriptor) }
        self.name = name
        self.used = used
        // Reading a mapping beyond the file's end is a signal, not an error, so the size is checked before.
        let status = try Self.status(of: descriptor, name)
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) >= used else {
            throw ColumnFault(in: name, "is too short")
        }
        inode = status.st_ino
    }

    /// Maps at least the first `bytes` bytes, after making the file that long.
    /// - Throws: when the system refuses: no space, above all.
    func memory(bytes: Int) throws(ColumnFault) -> ColumnMemory {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw ColumnFault(in: name, "cannot be opened, error \(errno)") }
        defer { close(descriptor) }
        guard try Self.status(of: descriptor, name).st_ino == inode else {
            throw ColumnFault(in: name, "has been replaced by another file")
        }
        // A quarter more than needed: a file is mapped again rarely, and little of the disk lies idle.
        let size = max(Self.firstSize, bytes + bytes / 4)
        // Writing to a hole of a mapping when the disk is full is a signal, too: the blocks are allocated beforehand.
        var status = EINTR
        while status == EINTR { status = posix_fallocate(descriptor, 0, size) }
        guard status == 0 else { throw ColumnFault(in: name, "cannot grow, error \(status)") }
        guard let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
            throw ColumnFault(in: name, "cannot be mapped, error \(errno)")
        }
        return ColumnMemory(mapped: base, capacity: size, of: self)
    }

    private static func status(of descriptor: Int32, _ name: String) throws(ColumnFault) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw ColumnFault(in: name, "cannot be looked at, error \(errno)")
        }
        return status
    }
}
