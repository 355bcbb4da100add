import DatelineAPI
import Glibc
import TestSupport
import Testing

@testable import DatelineClient

@Suite struct FilesTests {
    @Test func aWalkIsSortedAndEnds() throws {
        try TestSupport.withTemporaryFolder { folder in
            for name in ["b", "b/inner", ".hidden"] { #expect(mkdir("\(folder)/\(name)", 0o755) == 0) }
            for name in ["c.txt", "a.txt", "b/z.txt", "b/inner/y.txt", ".x.txt", ".hidden/h.txt"] {
                try write("", to: "\(folder)/\(name)")
            }
            #expect(symlink(folder, "\(folder)/b/loop") == 0)
            #expect(symlink("\(folder)/nowhere", "\(folder)/d") == 0)
            #expect(mkfifo("\(folder)/e.txt", 0o600) == 0)
            var walk = FileWalk(paths: [folder, "\(folder)/a.txt", "\(folder)/none"])
            var found: [FileWalk.Entry] = []
            while let entry = walk.next() { found.append(entry) }
            let inFolder = ["a.txt", "b/inner/y.txt", "b/z.txt", "c.txt"]
            #expect(
                found == inFolder.map { .file(path: "\(folder)/\($0)", isNamed: false) } + [
                    .failure(path: "\(folder)/d", SystemError(ENOENT)),
                    .file(path: "\(folder)/a.txt", isNamed: true),
                    .failure(path: "\(folder)/none", SystemError(ENOENT)),
                ])
        }
    }

    @Test func formatsByName() {
        #expect(InputFormat(fileName: "/a/b.TXT") == .plain)
        #expect(InputFormat(fileName: "b.jsonl") == .ndjson)
        #expect(InputFormat(fileName: "b.htm") == .html)
        #expect(InputFormat(fileName: "b.markdown") == .markdown)
        #expect(InputFormat(fileName: "b.json") == .json)
        #expect(InputFormat(fileName: "b.CSV") == .csv)
        for name in ["b.xml", "b.rss", "b.atom", "b.nitf"] { #expect(InputFormat(fileName: name) == .xml) }
        for name in ["b.sgm", "b.sgml"] { #expect(InputFormat(fileName: name) == .sgml) }
        #expect(InputFormat(fileName: "b.jpg") == nil)
        #expect(InputFormat(fileName: "README") == nil)
        #expect(FileName.splitCompression("a.txt.gz") == ("a.txt", .gzip))
        #expect(FileName.splitCompression("a.txt").compression == nil)
        #expect(FileName.splitCompression("a.csv.ZST") == ("a.csv", .zstd))
    }

    @Test func namesAreAbsoluteOrBelowTheBase() throws {
        try TestSupport.withTemporaryFolder { folder in
            let folder = String(folder.drop { $0 == "/" }.split(separator: "/").joined(separator: "/"))
            let environment = UserEnvironment(variables: [:], userID: 7, workingFolder: "/")
            let real = try InputPaths([folder], base: nil, environment: environment).paths[0]
            #expect(mkdir("\(real)/sub", 0o755) == 0)
            let absolute = try InputPaths(["-", "/\(folder)/sub/../sub"], base: nil, environment: environment)
            #expect(absolute.paths == ["\(real)/sub"])
            #expect(absolute.readsStandardInput)
            #expect(absolute.name(of: "\(real)/sub/a.txt") == "\(real)/sub/a.txt")
            let relative = try InputPaths(["/\(folder)/sub"], base: folder, environment: environment)
            #expect(relative.name(of: "\(real)/sub/a.txt") == "sub/a.txt")
            #expect(throws: ClientError.self) {
                try InputPaths([folder], base: "/\(folder)/sub", environment: environment)
            }
        }
    }

    @Test func multipartNames() {
        #expect(MultipartBody.escape("a \"b\"\r\nü%") == "a %22b%22%0D%0Aü%")
    }

    @Test func idsOfPassages() {
        #expect(ItemID.articlePart("a/1#3") == "a/1")
        #expect(ItemID.articlePart("a#b#12") == "a#b")
        #expect(ItemID.articlePart("a#") == nil)
        #expect(ItemID.articlePart("a#x1") == nil)
        #expect(ItemID.articlePart("a") == nil)
    }
}
