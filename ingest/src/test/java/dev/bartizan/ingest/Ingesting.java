package dev.bartizan.ingest;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.source.Document;
import dev.bartizan.source.FileOutcome;
import dev.bartizan.source.Problem;
import dev.bartizan.source.ReadOptions;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceFile;
import dev.bartizan.source.SourceReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the reader over texts and folders, and names what came of it the way tests compare it. */
public final class Ingesting {
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    private Ingesting() {}

    /** One file called {@code test.yaml}. */
    public static Ingested text(String text) {
        return files("test.yaml", text);
    }

    /** Files by name and text, in turns. */
    public static Ingested files(String... namesAndTexts) {
        return Ingest.run(IngestQuestion.of(reading(namesAndTexts), AS_OF));
    }

    /** A folder on disk, with its {@code bartizan.yaml}. */
    public static Ingested folder(Path folder) {
        return Ingest.run(new IngestQuestion(read(folder), List.of(folder), Optional.empty(), Optional.empty(), AS_OF));
    }

    public static Reading read(Path folder) {
        return SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream());
    }

    public static Reading reading(String... namesAndTexts) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            readings.add(SourceReader.parse(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return join(readings);
    }

    /** As if the files of these had been read together. */
    public static Reading join(List<Reading> readings) {
        var files = new ArrayList<SourceFile>();
        var documents = new ArrayList<Document>();
        var outcomes = new ArrayList<FileOutcome>();
        var problems = new ArrayList<Problem>();
        var notRead = new TreeMap<FileOutcome.Kind, Integer>();
        for (Reading reading : readings) {
            files.addAll(reading.files());
            documents.addAll(reading.documents());
            outcomes.addAll(reading.outcomes());
            problems.addAll(reading.problems());
            reading.counts().notRead().forEach((kind, count) -> notRead.merge(kind, count, Integer::sum));
        }
        documents.sort(Comparator.comparing(document -> document.file().name()));
        var counts = new Reading.Counts(
                readings.size(),
                readings.stream().mapToInt(reading -> reading.counts().read()).sum(),
                0,
                documents.size(),
                readings.stream()
                        .mapToInt(reading -> reading.counts().brokenDocuments())
                        .sum(),
                readings.stream()
                        .mapToInt(reading -> reading.counts().emptyDocuments())
                        .sum(),
                notRead);
        return new Reading(
                files, documents, outcomes, counts, problems.stream().sorted().toList());
    }

    public static List<String> ids(Ingested ingested) {
        return ingested.platform().assets().stream().map(Asset::id).toList();
    }

    public static Asset asset(Ingested ingested, String id) {
        return ingested.platform()
                .asset(ingested.platform()
                        .index(id)
                        .orElseThrow(() -> new AssertionError("no asset " + id + " among " + ids(ingested))));
    }

    public static Optional<String> property(Ingested ingested, String id, String property) {
        return ingested.platform().property(ingested.platform().index(id).orElseThrow(), property);
    }

    /** {@code core/Service/shop/web -exposes-> apps/Deployment/shop/web at test.yaml:3 /spec/selector} */
    public static List<String> links(Ingested ingested) {
        return ingested.platform().links().stream()
                .map(link -> words(ingested, link))
                .toList();
    }

    private static String words(Ingested ingested, Link link) {
        return end(ingested, link.from()) + " -" + link.kind() + "-> " + end(ingested, link.to()) + " at "
                + link.evidence().file() + ":" + link.evidence().line() + " "
                + link.evidence().pointer();
    }

    private static String end(Ingested ingested, int index) {
        String id = ingested.platform().asset(index).id();
        return id.startsWith("k8s:-/") ? id.substring("k8s:-/".length()) : id;
    }

    /** {@code code file:line} */
    public static List<String> problems(Ingested ingested) {
        return ingested.problems().stream()
                .map(problem -> problem.code() + " "
                        + problem.location()
                                .map(place -> place.file() + ":" + place.line())
                                .orElse("-"))
                .toList();
    }

    /** {@code kind/name pointer SHAPE} */
    public static List<String> pods(Ingested ingested) {
        return ingested.trees().pods().stream()
                .map(pod -> ingested.platform().asset(pod.asset()).kind() + "/"
                        + ingested.platform().asset(pod.asset()).name() + " " + pod.pointer() + " " + pod.shape())
                .toList();
    }

    public static SortedMap<String, Integer> documents(Ingested ingested) {
        return ingested.input().documents();
    }
}
