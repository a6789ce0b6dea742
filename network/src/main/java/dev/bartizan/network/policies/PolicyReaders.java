package dev.bartizan.network.policies;

import dev.bartizan.network.antrea.AntreaReader;
import dev.bartizan.network.calico.CalicoReader;
import dev.bartizan.network.cilium.CiliumReader;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Surroundings;
import java.util.HashMap;
import java.util.Map;

/** Who reads which kinds of policies. */
final class PolicyReaders {
    private PolicyReaders() {}

    /** By group and kind. */
    static Map<String, PolicyReader> of(Surroundings surroundings) {
        var standard = new NetworkPolicyReader(surroundings.complaints());
        var admin = new AdminPolicyReader(surroundings.complaints());
        var calico = new CalicoReader(surroundings);
        var cilium = new CiliumReader(surroundings);
        var antrea = new AntreaReader(surroundings);
        var readers = new HashMap<String, PolicyReader>();
        readers.put("networking.k8s.io/NetworkPolicy", standard);
        readers.put("policy.networking.k8s.io/AdminNetworkPolicy", admin);
        readers.put("policy.networking.k8s.io/BaselineAdminNetworkPolicy", admin);
        readers.put("policy.networking.k8s.io/ClusterNetworkPolicy", admin);
        CiliumReader.kinds().forEach(kind -> readers.put(kind, cilium));
        AntreaReader.kinds().forEach(kind -> readers.put(kind, antrea));
        CalicoReader.kinds().forEach(kind -> readers.put(kind, calico));
        return readers;
    }
}
