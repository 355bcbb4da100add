package import DatelineAPI
import Glibc

/// Where a daemon finds its index, its socket and its tables: what was asked for, or the usual places.
package struct Locations: Equatable, Sendable {
    /// The folder of the index; the database is in `db` inside it.
    package var index: String
    package var socket: String
    /// The folder with `gazetteers`, `tagger.model` and `spelling-variants.tsv` in it.
    package var tables: String

    package static let indexText = "$DATELINE_INDEX, for root /var/lib/dateline, or $XDG_DATA_HOME/dateline"
    package static let socketText =
        "$DATELINE_SOCKET, $XDG_RUNTIME_DIR/dateline/socket, or for root /run/dateline/socket"
    package static let tablesText = "$DATELINE_TABLES, or as installed beside the program"

    /// - Parameter program: the path of the running program, beside which its tables are looked for.
    /// - Throws: `StartupError` when no tables are found.
    package init(
        index: String?, socket: String?, tables: String?, environment: UserEnvironment = .current,
        program: String = Locations.program
    ) throws(StartupError) {
        self.index = IndexPath.resolve(option: index, environment: environment)
        self.socket = SocketPath.resolve(option: socket, environment: environment)
        if let tables = tables ?? environment["DATELINE_TABLES"] {
            self.tables = environment.absolute(tables)
        } else if let found = Self.tables(besides: program) {
            self.tables = found
        } else {
            throw StartupError("no gazetteers are found beside the program", hint: "name their folder with --tables")
        }
    }

    /// The configuration of a daemon that works there.
    package var configuration: Daemon.Configuration {
        Daemon.Configuration(index: index, tables: tables, socket: socket)
    }

    /// The path of the running program.
    package static var program: String {
        guard let path = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    /// Installed, the tables are in `share/dateline` beside the program's `bin`; in a checkout in `index`, above the
    /// folder that the program was built in.
    private static func tables(besides program: String) -> String? {
        var folder = program
        for _ in 0..<6 {
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = String(folder[..<slash])
            for candidate in ["share/dateline", "index"] {
                if access("\(folder)/\(candidate)/gazetteers", R_OK) == 0 { return "\(folder)/\(candidate)" }
            }
        }
        return nil
    }
}
