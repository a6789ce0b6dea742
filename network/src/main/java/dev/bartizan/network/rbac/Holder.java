package dev.bartizan.network.rbac;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who holds a power.
 *
 * @param principal {@code Group data-science}, {@code ServiceAccount ml-pipelines/argo-server}
 * @param right the verb and the resource that give it: {@code create pods}
 * @param evidence where the binding names the principal
 */
public record Holder(String principal, String right, Location evidence) {

    /** Those of some who are among others too. */
    public static List<Holder> both(List<Holder> some, List<Holder> others) {
        Set<String> names = names(others);
        return some.stream()
                .filter(holder -> names.contains(holder.principal()))
                .toList();
    }

    /** Those of some who are not among others. */
    public static List<Holder> without(List<Holder> some, List<Holder> others) {
        Set<String> names = names(others);
        return some.stream()
                .filter(holder -> !names.contains(holder.principal()))
                .toList();
    }

    private static Set<String> names(List<Holder> holders) {
        return holders.stream().map(Holder::principal).collect(Collectors.toSet());
    }
}
