import Foundation

/// Folders that targets with files work in; a target's is empty when the program begins.
enum Scratch {
    static func folder(_ name: String) -> String {
        // `run.sh` names one in memory, for some targets write at each input, and removes it.
        let base = ProcessInfo.processInfo.environment["DATELINE_FUZZ_SCRATCH"] ?? NSTemporaryDirectory()
        let folder = "\(base)/\(name)"
        try? FileManager.default.removeItem(atPath: folder)
        guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil
        else {
            fatalError("\(folder) cannot be made")
        }
        return folder
    }
}
