import DatelineAPI
import Testing

@Suite struct BackupManifestTests {
    private let manifest = BackupManifest(
        uuid: "u-1", revision: 12, articles: 4, passages: 9,
        files: [.init(name: "db/postlist.glass", bytes: 8_192), .init(name: "gazetteers/a.tsv", bytes: 0)])

    @Test func itReadsWhatItPrints() {
        #expect(BackupManifest(manifest.description) == manifest)
        #expect(manifest.description.hasPrefix("dateline backup 1\nuuid u-1\nrevision 12\n"))
    }

    @Test func anythingElseIsRefused() {
        let text = manifest.description
        for length in 0..<text.utf8.count { #expect(BackupManifest(String(text.prefix(length))) == nil) }
        #expect(BackupManifest(text + "x") == nil)
        #expect(BackupManifest(text.replacing("8192", with: "many")) == nil)
        #expect(BackupManifest(text.replacing("backup 1", with: "backup 2")) == nil)
    }
}
