package import DatelineAPI

extension IndexInvocation {
    /// How many files a line may name.
    private static let mostFiles = 100

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        let inputs = try InputPaths(paths, base: base, environment: environment)
        var lines: [CurlLine] = []
        var forms: [String] = []
        var walk = FileWalk(paths: inputs.paths)
        while let entry = walk.next() {
            switch entry {
            case .failure(let path, let error):
                throw ClientError(.unreadable, "\(path): \(error)", exitStatus: .usage)
            case .file(let path, let isNamed):
                let (plainPath, compression) = FileName.splitCompression(path)
                let known = InputFormat(fileName: plainPath)
                guard let format = isNamed ? inputFormat ?? known ?? .plain : known else { continue }
                if compression != nil { throw .usage("\(path): curl does not decompress what it sends") }
                let name = Self.quoted(inputs.name(of: path))
                forms += ["-F", "file=@\(Self.quoted(path));filename=\(name);type=\(format.contentType)"]
            }
            if forms.count > 2 * Self.mostFiles {
                throw .usage("more than \(Self.mostFiles) files are too many for one line", hint: "name fewer")
            }
        }
        if !forms.isEmpty { lines.append(CurlLine(HTTPRequest(.get, "/v1/articles"), options: forms)) }
        if inputs.readsStandardInput {
            let type = (inputFormat ?? .ndjson).contentType
            lines.append(
                CurlLine(
                    HTTPRequest(.post, "/v1/articles?name=stdin", contentType: type), options: ["--data-binary", "@-"]))
        }
        if lines.isEmpty { throw .usage("there is nothing to index") }
        return lines
    }

    /// As curl reads a name inside a form.
    private static func quoted(_ name: String) -> String {
        var text = "\""
        for character in name {
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return text + "\""
    }
}
