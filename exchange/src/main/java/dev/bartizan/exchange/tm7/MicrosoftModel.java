package dev.bartizan.exchange.tm7;

import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A model of the Microsoft Threat Modeling Tool; source: files of it, whose elements are the serialised classes of the tool.
 *
 * @param version as the file says
 * @param leftOut texts of the file that have no place in the model, with the way to them as pointer
 */
public record MicrosoftModel(String version, ThreatModel model, List<Location> leftOut) {
    public static final String TITLE = "Microsoft Threat Modeling Tool";

    /** What came of reading a file. */
    public sealed interface Read {}

    public record Ok(MicrosoftModel file) implements Read {}

    public record Failed(Problem problem) implements Read {}

    public MicrosoftModel {
        leftOut = List.copyOf(leftOut);
    }

    /** @param file what problems call the file */
    public static Read read(String file, byte[] bytes) {
        return switch (XmlTree.read(file, bytes)) {
            case XmlTree.Failed failed -> new Failed(failed.problem());
            case XmlTree.Ok ok -> of(ok.root());
        };
    }

    private static Read of(XmlElement root) {
        if (!root.name().equals("ThreatModel") || !root.has("DrawingSurfaceList")) {
            return new Failed(Problem.error(
                    "threat-model-unknown",
                    "This XML is no model of the " + TITLE + ".",
                    "give a .tm7 file",
                    root.location()));
        }
        ThreatModel model = new MicrosoftReader(root).read();
        String version = root.text("Version");
        // The template that the model was made with: as a whole, for it is most of the file.
        var unread = new ArrayList<>(root.children("KnowledgeBase").toList());
        root.unread(unread);
        return new Ok(new MicrosoftModel(
                version, model, unread.stream().map(XmlElement::location).toList()));
    }
}
