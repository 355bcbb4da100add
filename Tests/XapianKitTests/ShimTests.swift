import CXapian
import Foundation
import TestSupport
import Testing

@testable import XapianKit

/// The header of the shim against what was built from it and on it.
@Suite struct ShimTests {
    private static let header = Result {
        try String(contentsOfFile: TestSupport.checkout + "/CShims/CXapian/include/CXapian.h", encoding: .utf8)
    }

    @Test func everyStatusHasACode() throws {
        let header = try Self.header.get()
        let statuses = header.matches(of: /CXAPIAN_[A-Z_]+ = ([0-9]+)/)
        let values = header.components(separatedBy: "typedef enum cxapian_status {")[1].components(separatedBy: "}")[0]
            .matches(of: /(CXAPIAN_[A-Z_]+) = ([0-9]+)/)
        #expect(statuses.count > values.count && values.count == 30)
        var codes: Set<XapianError.Code> = []
        for value in values where value.1 != "CXAPIAN_OK" {
            let code = XapianError.Code(status: cxapian_status(rawValue: try #require(UInt32(value.2))))
            // CXAPIAN_DATABASE_LOCK is `database-lock`.
            let name = value.1.dropFirst("CXAPIAN_".count).lowercased().replacing("_", with: "-")
            #expect(code.rawValue == name)
            codes.insert(code)
        }
        #expect(codes.count == 29)
        #expect(XapianError.Code(status: cxapian_status(rawValue: 999)).rawValue == "status-999")
    }

    @Test func exportedSymbolsEqualTheHeader() throws {
        let declared = Set(try Self.header.get().matches(of: /(cxapian_[a-z_]+)\(/).map { String($0.1) })
        #expect(declared.count > 60)
        let objects = try objectFiles()
        #expect(objects.count > 5)
        #expect(try definedSymbols(in: objects) == declared)
    }

    /// The object files of the shim, which the build leaves beside the test program.
    private func objectFiles() throws -> [String] {
        let files = FileManager.default
        let program = try files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = URL(filePath: program).deletingLastPathComponent()
        while folder.path != "/" {
            let build = folder.appending(path: "CXapian.build").path
            if let names = try? files.subpathsOfDirectory(atPath: build) {
                return names.filter { $0.hasSuffix(".o") }.map { "\(build)/\($0)" }
            }
            folder.deleteLastPathComponent()
        }
        return []
    }

    /// The global functions that these files define and whose names are the shim's.
    private func definedSymbols(in objects: [String]) throws -> Set<String> {
        let nm = Process()
        let output = Pipe()
        nm.executableURL = URL(filePath: "/usr/bin/env")
        nm.arguments = ["nm", "--defined-only", "--extern-only"] + objects
        nm.standardOutput = output
        try nm.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        nm.waitUntilExit()
        #expect(nm.terminationStatus == 0)
        return Set(text.matches(of: /\ T (cxapian_\w+)/).map { String($0.1) })
    }
}
