import Foundation

/// The variables by which `make tsan` and `make asan` tell all programs under test where a report goes, and what is none.
package enum SanitizerEnvironment {
    /// The environment of a program that is told the same as this process. What is to be loaded before its libraries comes after
    /// what the environment names.
    package static func added(to environment: [String: String]) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        guard own["TSAN_OPTIONS"] != nil || own["ASAN_OPTIONS"] != nil else { return environment }
        var result = environment
        for name in ["TSAN_OPTIONS", "ASAN_OPTIONS"] { result[name] = result[name] ?? own[name] }
        if let preloaded = own["LD_PRELOAD"], !preloaded.isEmpty {
            result["LD_PRELOAD"] = [result["LD_PRELOAD"], preloaded].compactMap(\.self).joined(separator: ":")
        }
        return result
    }
}
