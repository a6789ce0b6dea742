package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.StrictReader;
import java.util.List;

/** The node agents that are known. */
public final class NodeAgents {
    private NodeAgents() {}

    /**
     * The packaged ones, in the order of their file.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static List<NodeAgent> load() {
        StrictReader.Result<NodeAgent.File> file =
                KnowledgeFile.packaged("node-agents.yaml").read(NodeAgent.File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return file.value().map(NodeAgent.File::agents).orElse(List.of());
    }
}
