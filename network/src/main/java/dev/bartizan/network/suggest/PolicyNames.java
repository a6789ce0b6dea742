package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Policy;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives policies names that the API server takes and that nothing else in their namespace has. */
final class PolicyNames {
    static final String DEFAULT_DENY = "default-deny";
    static final String ALLOW_DNS = "allow-dns";
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /** @param policies that exist */
    PolicyNames(Collection<Policy> policies) {
        policies.forEach(policy -> taken.add(policy.name()));
    }

    String of(String namespace, String workload) {
        String plain = workload.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String base = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-+|-+$", "");
        String name = base.isEmpty() ? "workload" : base;
        int number = 2;
        String free = name;
        while (free.equals(DEFAULT_DENY) || free.equals(ALLOW_DNS) || !taken.add(namespace + "/" + free)) {
            free = name + "-" + number++;
        }
        return free;
    }
}
