import SearchIndex
import Testing

@testable import DatelineServer

@Suite struct OpenFilesTests {
    @Test func segmentsNeverNeedMoreFilesThanMayBeOpen() {
        for files in [256, 1_024, 4_096, 1 << 20] {
            #expect(OpenFiles.loadLimits(files: files).segments * 2 * 6 < files)
        }
        #expect(OpenFiles.loadLimits(files: 1 << 20).segments == 256)
        #expect(OpenFiles.raiseLimit() >= 256)
        #expect(OpenFiles.raiseLimit() == OpenFiles.raiseLimit())
    }
}
