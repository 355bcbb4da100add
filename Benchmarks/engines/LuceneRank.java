import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene 8 with its English analyzer and BM25, both as they come, ranking a judged collection.
 *
 * <p>usage: LuceneRank ARTICLES QUERIES FOLDER; both files have lines of id, tab, text. Prints run lines of TREC's form.
 * rank.py starts it.
 */
public final class LuceneRank {
    private static final int DEPTH = 1000;

    private LuceneRank() {}

    public static void main(String[] args) throws IOException {
        // A query may have any number of words.
        BooleanQuery.setMaxClauseCount(Integer.MAX_VALUE);
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                FSDirectory folder = FSDirectory.open(Path.of(args[2]))) {
            build(Path.of(args[0]), analyzer, folder);
            rank(Path.of(args[1]), analyzer, folder);
        }
    }

    private static void build(Path articles, EnglishAnalyzer analyzer, FSDirectory folder) throws IOException {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(analyzer));
                BufferedReader lines = Files.newBufferedReader(articles)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t", 2);
                Document document = new Document();
                document.add(new StoredField("id", row[0]));
                document.add(new TextField("text", row[1], Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static void rank(Path queries, EnglishAnalyzer analyzer, FSDirectory folder) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (DirectoryReader reader = DirectoryReader.open(folder);
                BufferedReader lines = Files.newBufferedReader(queries)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            QueryBuilder builder = new QueryBuilder(analyzer);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] row = line.replace("\ufeff", "").split("\t", 2);
                // Any of the words; null when the analyzer leaves none.
                Query query = builder.createBooleanQuery("text", row[1]);
                if (query == null) {
                    continue;
                }
                int place = 0;
                for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
                    place++;
                    String id = searcher.doc(hit.doc).get("id");
                    out.println(row[0] + " Q0 " + id + " " + place + " " + hit.score + " lucene");
                }
            }
        }
        out.flush();
    }
}
