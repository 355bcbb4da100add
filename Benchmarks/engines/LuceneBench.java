import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene 8 as an engine of the benchmark: facets by SortedSetDocValuesFacetCounts, drill-down by DrillSideways.
 *
 * <p>usage: LuceneBench build PASSAGES FOLDER | LuceneBench search FOLDER. README.md describes the protocol.
 */
public final class LuceneBench {
    private static final List<String> FIELDS = List.of("person", "place", "organization");
    /** What Lucene itself counts up to before it skips passages that cannot be among the best. */
    private static final int USUAL_THRESHOLD = 1000;

    private final FacetsConfig config = new FacetsConfig();

    private LuceneBench() {
        for (String field : FIELDS) {
            config.setMultiValued(field, true);
        }
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("build")) {
            new LuceneBench().build(Path.of(args[1]), Path.of(args[2]));
        } else {
            new LuceneBench().search(Path.of(args[1]));
        }
    }

    private void build(Path passages, Path folder) throws IOException {
        IndexWriterConfig writing = new IndexWriterConfig(new WhitespaceAnalyzer());
        writing.setRAMBufferSizeMB(512);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), writing);
                BufferedReader lines = Files.newBufferedReader(passages)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t", -1);
                Document document = new Document();
                document.add(new TextField("terms", row[9], Field.Store.NO));
                document.add(new StoredField("text", row[10]));
                document.add(new StringField("article", row[1], Field.Store.NO));
                document.add(new StringField("date", row[3], Field.Store.NO));
                document.add(new StringField("section", row[4], Field.Store.NO));
                document.add(new StringField("source", row[5], Field.Store.NO));
                for (int i = 0; i < FIELDS.size(); i++) {
                    for (String name : row[6 + i].split("\u001f")) {
                        if (!name.isEmpty()) {
                            document.add(new SortedSetDocValuesFacetField(FIELDS.get(i), name));
                        }
                    }
                }
                writer.addDocument(config.build(document));
            }
            writer.commit();
            long start = System.nanoTime();
            // One segment is what searches fastest.
            writer.forceMerge(1);
            System.out.printf("%.1f s of it to merge into one segment%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private void search(Path folder) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
            System.out.println("ready");
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(answer(searcher, state, line.split("\t", -1)));
            }
        }
    }

    private String answer(IndexSearcher searcher, SortedSetDocValuesReaderState state, String[] request)
            throws IOException {
        String mode = request[1];
        long start = System.nanoTime();
        Query query = query(request[0], request[4].split(" "));
        TopDocs hits;
        List<FacetResult> facets = List.of();
        if (mode.equals("top") || mode.equals("fast")) {
            int threshold = mode.equals("fast") ? USUAL_THRESHOLD : Integer.MAX_VALUE;
            TopScoreDocCollector best = TopScoreDocCollector.create(10, threshold);
            searcher.search(query, best);
            hits = best.topDocs();
        } else if (mode.equals("drill")) {
            DrillSideways.DrillSidewaysResult result =
                    new DrillSideways(searcher, config, state).search(narrowed(query, request[3]), 10);
            hits = result.hits;
            facets = largest(result.facets);
        } else {
            Query wanted = request[3].isEmpty() ? query : narrowed(query, request[3]);
            TopScoreDocCollector best = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
            FacetsCollector matches = new FacetsCollector();
            searcher.search(wanted, MultiCollector.wrap(best, matches));
            hits = best.topDocs();
            facets = largest(new SortedSetDocValuesFacetCounts(state, matches));
        }
        long found = System.nanoTime();
        for (ScoreDoc hit : hits.scoreDocs) {
            searcher.doc(hit.doc).get("text");
        }
        long fetched = System.nanoTime();
        String scores = Arrays.stream(hits.scoreDocs).map(hit -> "" + hit.score).collect(Collectors.joining(","));
        String counts = facets.stream().map(LuceneBench::counts).collect(Collectors.joining(";"));
        String total = mode.equals("fast") ? "" : "" + hits.totalHits.value;
        return total + "\t" + (found - start) + "\t" + (fetched - found) + "\t" + scores + "\t" + counts;
    }

    private static Query query(String op, String[] terms) {
        if (op.equals("phrase")) {
            return new PhraseQuery("terms", terms);
        }
        if (terms.length == 1) {
            return new TermQuery(new Term("terms", terms[0]));
        }
        BooleanClause.Occur occur = op.equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String term : terms) {
            builder.add(new TermQuery(new Term("terms", term)), occur);
        }
        return builder.build();
    }

    private DrillDownQuery narrowed(Query query, String filter) {
        int equals = filter.indexOf('=');
        DrillDownQuery narrowed = new DrillDownQuery(config, query);
        narrowed.add(filter.substring(0, equals), filter.substring(equals + 1));
        return narrowed;
    }

    private static List<FacetResult> largest(Facets facets) throws IOException {
        List<FacetResult> results = new ArrayList<>();
        for (String field : FIELDS) {
            results.add(facets.getTopChildren(10, field));
        }
        return results;
    }

    private static String counts(FacetResult facet) {
        if (facet == null) {
            return "";
        }
        return Arrays.stream(facet.labelValues).map((LabelAndValue value) -> value.value.toString())
                .collect(Collectors.joining(","));
    }
}
