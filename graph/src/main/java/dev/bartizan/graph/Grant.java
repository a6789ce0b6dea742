package dev.bartizan.graph;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;

/**
 * One rule of a role, as one subject effectively holds it through one binding.
 *
 * @param subject asset index of the service account, user or group
 * @param role asset index of the Role or ClusterRole
 * @param binding asset index of the RoleBinding or ClusterRoleBinding
 * @param scope the namespace it holds in, or {@code *} for the whole cluster
 * @param rule the rule's mapping: apiGroups, resources, verbs, resourceNames, nonResourceURLs
 * @param rulePointer JSON pointer of the rule within the role's document
 * @param evidence where the binding names the subject
 */
public record Grant(
        int subject, int role, int binding, String scope, Node rule, String rulePointer, Location evidence) {}
