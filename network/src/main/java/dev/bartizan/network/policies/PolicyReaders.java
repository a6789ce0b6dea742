package dev.bartizan.network.policies;

import dev.bartizan.network.antrea.AntreaReader;
import dev.bartizan.network.calico.CalicoReader;
import dev.bartizan.network.cilium.CiliumReader;
import dev.bartizan.network.multus.MultusReader;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Surroundings;
import java.util.HashMap;
import java.util.Map;

/**
 * Who reads which kinds of policies of the network.
 *
 * @param readers by group and kind
 * @param multus the one that keeps the policies of other networks
 */
record PolicyReaders(Map<String, PolicyReader> readers, MultusReader multus) {
    static PolicyReaders of(Surroundings surroundings) {
        var standard = new NetworkPolicyReader(surroundings.complaints(), false);
        var admin = new AdminPolicyReader(surroundings.complaints());
        var calico = new CalicoReader(surroundings);
        var cilium = new CiliumReader(surroundings);
        var antrea = new AntreaReader(surroundings);
        var multus = new MultusReader(surroundings.complaints(), standard);
        var readers = new HashMap<String, PolicyReader>();
        readers.put("networking.k8s.io/NetworkPolicy", standard);
        readers.put(
                "networking.k8s.aws/ApplicationNetworkPolicy",
                new NetworkPolicyReader(surroundings.complaints(), true));
        readers.put("policy.networking.k8s.io/AdminNetworkPolicy", admin);
        readers.put("policy.networking.k8s.io/BaselineAdminNetworkPolicy", admin);
        readers.put("policy.networking.k8s.io/ClusterNetworkPolicy", admin);
        readers.put("networking.k8s.aws/ClusterNetworkPolicy", admin);
        readers.put(MultusReader.kind(), multus);
        CalicoReader.kinds().forEach(kind -> readers.put(kind, calico));
        PolicyReader profiles = CalicoReader.ofProfiles(surroundings);
        CalicoReader.kindsOfProfiles().forEach(kind -> readers.put(kind, profiles));
        CiliumReader.kinds().forEach(kind -> readers.put(kind, cilium));
        AntreaReader.kinds().forEach(kind -> readers.put(kind, antrea));
        return new PolicyReaders(readers, multus);
    }
}
