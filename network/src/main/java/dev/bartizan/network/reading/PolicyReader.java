package dev.bartizan.network.reading;

import dev.bartizan.network.model.Policy;
import java.util.List;

/** Reads one kind of policies. */
@FunctionalInterface
public interface PolicyReader {
    /** One manifest may become several policies, as when some of its rules are asked before those of others. */
    List<Policy> read(PolicyManifest manifest);
}
