package dev.bartizan.report.document;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Platform;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How documents call assets and places. */
record AssetNames(Platform platform) {
    private static final int LONGEST = 400;

    /** {@code ml-registry/mlflow}. */
    String of(String id) {
        return asset(id)
                .map(asset -> asset.namespace().equals("-") ? asset.name() : asset.namespace() + "/" + asset.name())
                .orElse(id);
    }

    /** {@code mlflow}. */
    String brief(String id) {
        return asset(id).map(Asset::name).orElse(id);
    }

    /** {@code Deployment in zone models}; empty when nothing is known of it. */
    String about(String id) {
        return asset(id)
                .map(asset -> asset.kind() + (asset.zone().equals("-") ? "" : " in zone " + asset.zone()))
                .orElse("");
    }

    private Optional<Asset> asset(String id) {
        return platform.index(id).map(platform::asset);
    }

    /** Some of them, and how many more. */
    String some(List<String> ids, int most) {
        String shown = String.join(
                ", ", ids.stream().distinct().limit(most).map(this::of).toList());
        long all = ids.stream().distinct().count();
        return all <= most ? shown : shown + " and " + (all - most) + " more";
    }

    /** {@code registry/minio.yaml:41}. */
    static String place(Location location) {
        return location.file() + ":" + location.line();
    }

    /** {@code development to edge}. */
    static String zones(List<String> zones) {
        return zones.stream()
                .map(zone -> zone.equals("-") ? "cluster-wide" : zone)
                .collect(Collectors.joining(" to "));
    }

    /** A statement and where it is seen. */
    static List<String> places(List<Evidence> evidence, int most) {
        return evidence.stream()
                .limit(most)
                .map(each -> clip(each.statement(), LONGEST) + "  " + place(each.location()))
                .toList();
    }

    /** No text of the input is endless. */
    static String clip(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** {@code 1 asset}, {@code 2 assets}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
