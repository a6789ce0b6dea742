package dev.bartizan.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The page as Chromium describes it to a screen reader: roles and names as it computes them, hidden things left out.
 *
 * @param nodes in the order of the page
 */
record AccessibilityTree(List<Node> nodes) {
    /** What a reader can do something with. */
    private static final Set<String> INTERACTIVE = Set.of(
            "button",
            "link",
            "textbox",
            "searchbox",
            "combobox",
            "checkbox",
            "radio",
            "option",
            "grid",
            "slider",
            "tab",
            "menuitem",
            "DisclosureTriangle");

    /**
     * @param role as in WAI-ARIA
     * @param name empty when a screen reader has nothing to say
     * @param parentRole of the nearest node above that has a meaning; empty for the root
     */
    record Node(String role, String name, String parentRole) {}

    static AccessibilityTree of(Page page) {
        var session = page.context().newCDPSession(page);
        try {
            var raw = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
            var byId = new HashMap<String, JsonObject>();
            raw.forEach(each -> byId.put(each.getAsJsonObject().get("nodeId").getAsString(), each.getAsJsonObject()));
            var nodes = new ArrayList<Node>();
            for (var each : raw) {
                var node = each.getAsJsonObject();
                if (!node.get("ignored").getAsBoolean()) {
                    nodes.add(new Node(value(node, "role"), value(node, "name"), parentRole(node, byId)));
                }
            }
            return new AccessibilityTree(List.copyOf(nodes));
        } finally {
            session.detach();
        }
    }

    private static String parentRole(JsonObject node, Map<String, JsonObject> byId) {
        var parent = node;
        while (parent.has("parentId")) {
            parent = Objects.requireNonNull(byId.get(parent.get("parentId").getAsString()));
            if (!parent.get("ignored").getAsBoolean() && !value(parent, "role").equals("generic")) {
                return value(parent, "role");
            }
        }
        return "";
    }

    private static String value(JsonObject node, String key) {
        return node.has(key) && node.getAsJsonObject(key).has("value")
                ? node.getAsJsonObject(key).get("value").getAsString().strip()
                : "";
    }

    List<Node> interactive() {
        return nodes.stream().filter(node -> INTERACTIVE.contains(node.role())).toList();
    }

    List<Node> withRole(String role) {
        return nodes.stream().filter(node -> node.role().equals(role)).toList();
    }
}
