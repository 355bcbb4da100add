import Entities
import Testing

@Test(arguments: [
    ("Steve Witkoff", "steve witkoff"),
    ("  José   Ángel-Gurría ", "jose angel gurria"),
    ("U.S.", "us"),
    ("The White House", "white house"),
    ("Moody’s", "moody"),
    ("東京", "東 京"),
    ("…", ""),
    ("", ""),
])
func keyOfName(_ name: String, _ key: String) {
    #expect(NameKey.key(name) == key)
}

@Test func keyOfKeyIsTheKey() throws {
    for entry in try gazetteer.get().names {
        #expect(NameKey.key(NameKey.key(entry)) == NameKey.key(entry), "\(entry)")
    }
}
