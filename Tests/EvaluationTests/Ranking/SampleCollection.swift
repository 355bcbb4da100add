import Foundation

/// A small judged collection. Article `moon` answers the first query twice as well as `probe`; nothing is empty but
/// `blank`, and `headline` has a title alone.
enum SampleCollection {
    static let articles = """
        {"id": "moon", "title": "Lander touches down", "text": "The lunar lander reached the moon on Sunday. Engineers \
        cheered as the lander sent pictures of the landing site."}
        {"id": "probe", "title": "Probe leaves orbit", "text": "A probe left the orbit of the moon to look for ice."}
        {"id": "peace", "title": "", "text": "Negotiators signed a peace treaty after talks that took three years."}
        {"id": 7, "text": "Farmers expect a poor wheat harvest after the drought.", "date": "no day", "tags": 3}
        {"id": "blank", "title": " ", "text": ""}

        {"id": "headline", "title": "Volcano erupts", "text": null}

        """

    static let queries = "1\tmoon \"lander (landing\n2\tpeace -treaty: talks\n3\twheat\n4\tvolcano\n5\t???\n"

    static let judgments = "1 0 moon 2\n1 0 probe 1\n2 0 peace 1\n2 0 moon -1\n3 0 7 1\n4 0 headline 1\n5 0 moon 1\n"

    static func write(
        articles: String = articles, queries: String = queries, judgments: String = judgments, to folder: String
    ) throws {
        for (name, contents) in [("docs.jsonl", articles), ("queries.tsv", queries), ("qrels.txt", judgments)] {
            try Data(contents.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
    }
}
