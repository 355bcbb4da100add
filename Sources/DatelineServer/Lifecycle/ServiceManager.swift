import DatelineAPI
import Glibc

/// The service manager that started the daemon, when there is one: it is told what the daemon is about to do.
///
/// This is the protocol of `sd_notify(3)`: one datagram a message to the Unix socket that `$NOTIFY_SOCKET` names, where `@`
/// at the beginning stands for a zero byte, an abstract name.
struct ServiceManager: Sendable {
    private let name: [UInt8]?

    init(environment: UserEnvironment = .current) {
        var name = environment["NOTIFY_SOCKET"].map { Array($0.utf8) }
        if name?.first == UInt8(ascii: "@") { name?[0] = 0 }
        // What is longer is no address; nor is it one of another kind, such as that of a virtual machine's host.
        let isAddress = name.map { [0, UInt8(ascii: "/")].contains($0[0]) && $0.count < Self.longest } ?? false
        self.name = isAddress ? name : nil
    }

    /// It answers requests.
    func ready() { tell("READY=1") }
    /// It reads its settings again; `ready` follows.
    func reloading() { tell("RELOADING=1\nMONOTONIC_USEC=\(Self.microseconds)") }
    /// It ends.
    func stopping() { tell("STOPPING=1") }

    private static let longest = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    private static var microseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000 + now.tv_nsec / 1_000
    }

    /// Sends a message. A manager that is not there any more is no reason to end.
    private func tell(_ message: String) {
        guard let name else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = MemoryLayout.offset(of: \sockaddr_un.sun_path)! + name.count
        let bytes = Array(message.utf8)
        withUnsafeBytes(of: &address) {
            _ = sendto(
                descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL),
                $0.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(length))
        }
    }
}
