package import DatelineAPI
import Glibc

/// The paths that the user named, as absolute ones with links resolved: whatever way a file is named, its articles
/// get the same ids.
package struct InputPaths: Sendable {
    /// Without `-`.
    package let paths: [String]
    /// Whether `-` was among them.
    package let readsStandardInput: Bool
    private let base: String?

    /// `base`: the option `--base`, a folder that names are relative to.
    ///
    /// - Throws: ``ClientError`` with the code `usage` when a path is not below it.
    package init(_ named: [String], base: String?, environment: UserEnvironment) throws(ClientError) {
        paths = named.filter { $0 != "-" }.map { Self.resolved($0, environment) }
        readsStandardInput = named.contains("-")
        self.base = base.map { Self.resolved($0, environment) }
        guard let folder = self.base, folder != "/" else { return }
        for path in paths where path != folder && !path.hasPrefix(folder + "/") {
            throw .usage("\(path) is not below the folder of --base, \(folder)")
        }
    }

    /// The same with these files, which a walk has found below its paths.
    init(files: [String], of inputs: InputPaths) {
        paths = files
        readsStandardInput = false
        base = inputs.base
    }

    /// The name under which a file is sent.
    package func name(of path: String) -> String {
        guard let base else { return path }
        let folder = base == "/" ? base : base + "/"
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    /// A path that does not exist, or is a pipe, stays as it was named.
    private static func resolved(_ path: String, _ environment: UserEnvironment) -> String {
        let absolute = environment.absolute(path)
        let real = realpath(absolute, nil)
        defer { free(real) }
        return real.flatMap { String(validatingCString: $0) } ?? absolute
    }
}

extension InputPaths {
    /// The bytes of all files on disk, for a progress bar; nil when standard input is read too. Blocks.
    func totalSize() -> Int? {
        guard !readsStandardInput else { return nil }
        var walk = FileWalk(paths: paths)
        var total = 0
        while let entry = walk.next() {
            var status = stat()
            guard case .file(let path, let isNamed) = entry, stat(path, &status) == 0 else { continue }
            if isNamed || InputFormat(fileName: FileName.splitCompression(path).path) != nil {
                total += Int(status.st_size)
            }
        }
        return total
    }
}
