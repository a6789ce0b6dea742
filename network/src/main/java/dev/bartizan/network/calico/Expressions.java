package dev.bartizan.network.calico;

import dev.bartizan.network.calico.SelectorLanguage.Vocabulary;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.List;
import java.util.TreeSet;

/** Selectors of pods, of namespaces, of service accounts. One that Calico would refuse selects nothing, and is said. */
final class Expressions {
    private static final LabelExpression OUTSIDE_OF_NAMESPACES =
            new LabelSelector(List.of(new Requirement(Pod.NAMESPACE, Operator.DOES_NOT_EXIST, new TreeSet<>())));

    private static final Vocabulary ENDPOINTS =
            new Vocabulary(Expressions::endpointKey, LabelSelector.EVERYTHING, OUTSIDE_OF_NAMESPACES);

    /** Those with a namespace; what has none is asked by {@link #OUTSIDE}. */
    private static final Vocabulary NAMESPACES =
            new Vocabulary(Expressions::namespaceKey, LabelSelector.EVERYTHING, LabelSelector.NOTHING);

    private static final Vocabulary OUTSIDE =
            new Vocabulary(Expressions::namespaceKey, LabelSelector.NOTHING, LabelSelector.EVERYTHING);

    private static final int QUOTES = 2;

    private final Complaints complaints;

    Expressions(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Of pods and sets of addresses, by their labels and {@code projectcalico.org/namespace}. */
    LabelExpression endpoints(Written selector) {
        return read(selector, ENDPOINTS);
    }

    LabelExpression namespaces(Written selector) {
        return read(selector, NAMESPACES);
    }

    /** Of what is in no namespace: it has no labels of one. */
    LabelExpression outside(Written selector) {
        return SelectorLanguage.read(selector.text(), OUTSIDE).orElse(LabelSelector.NOTHING);
    }

    private LabelExpression read(Written selector, Vocabulary vocabulary) {
        if (isTagAlone(selector.node())) {
            complaints.add(
                    "selector-is-a-tag",
                    "YAML takes what begins with '!' for a tag: this selector is empty and selects everything, as the API server reads it.",
                    "put the selector in quotes",
                    selector);
        }
        return SelectorLanguage.read(selector.text(), vocabulary).orElseGet(() -> {
            complaints.add(
                    "selector-invalid",
                    "This is no selector of Calico; it is taken to match nothing.",
                    "write it as app == 'web' && has(stage)",
                    selector);
            return LabelSelector.NOTHING;
        });
    }

    /** {@code selector: !has(stage)} has no text; that it was written at all shows in its length. */
    private static boolean isTagAlone(Node selector) {
        return selector instanceof Scalar scalar
                && scalar.text().filter(String::isEmpty).isPresent()
                && scalar.end() - scalar.start() > QUOTES;
    }

    private static String endpointKey(String key) {
        return switch (key) {
            case "projectcalico.org/namespace" -> Pod.NAMESPACE;
            case "projectcalico.org/serviceaccount" -> Pod.SERVICE_ACCOUNT;
            case String label -> label;
        };
    }

    private static String namespaceKey(String key) {
        return key.equals("projectcalico.org/name") ? "kubernetes.io/metadata.name" : key;
    }
}
