internal import CXapian

/// How this module calls the shim: each function turns one calling convention of `CXapian.h` into a Swift value.
enum Shim {
    typealias ErrorPointer = UnsafeMutablePointer<cxapian_error>

    /// Runs a function for its effect.
    static func call(_ function: (ErrorPointer) -> cxapian_status) throws(XapianError) {
        var error = cxapian_error()
        guard function(&error) == CXAPIAN_OK else { throw XapianError(error) }
    }

    /// Runs a function that makes a handle, which the caller frees.
    static func handle(
        _ function: (UnsafeMutablePointer<OpaquePointer?>, ErrorPointer) -> cxapian_status
    ) throws(XapianError) -> OpaquePointer {
        var handle: OpaquePointer?
        try call { function(&handle, $0) }
        guard let handle else { throw XapianError(code: .internal, message: "The shim made no handle") }
        return handle
    }

    /// Runs a function that lends bytes, and copies them.
    static func bytes(
        _ function: (UnsafeMutablePointer<UnsafePointer<CChar>?>, UnsafeMutablePointer<Int>, ErrorPointer) ->
            cxapian_status
    ) throws(XapianError) -> [UInt8] {
        var bytes: UnsafePointer<CChar>?
        var size = 0
        try call { function(&bytes, &size, $0) }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: size))
    }

    /// Runs a function that makes a text, and takes it over.
    static func text(
        _ function: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, ErrorPointer) -> cxapian_status
    ) throws(XapianError) -> String {
        var text: UnsafeMutablePointer<CChar>?
        try call { function(&text, $0) }
        defer { cxapian_text_free(text) }
        return text.map { String(cString: $0) } ?? ""
    }
}
