package dev.bartizan.network.intended;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.observed.Flow;
import dev.bartizan.network.reading.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections are meant to be.
 *
 * @param traffic in the order of those who say so; one connection may stand several times, for several reasons
 * @param isCut whether there was more than is looked at
 * @param remarks what a reader should know besides
 */
public record IntendedTraffic(List<Traffic> traffic, boolean isCut, List<Remark> remarks) {
    private static final int MOST = 2_000_000;

    public IntendedTraffic {
        traffic = List.copyOf(traffic);
        remarks = List.copyOf(remarks);
    }

    /** Where intended traffic is taken from. */
    public enum Source {
        /** What manifests declare and components need. */
        LINKS,
        /** What intents allow. */
        INTENTS,
        /** What was observed, and what components need. */
        FLOWS
    }

    /** The platform that the traffic is on. */
    public record Basis(Snapshot snapshot, Cluster cluster, Signatures signatures, KnownAddresses known) {}

    /**
     * What says which connections are meant.
     *
     * @param flows that were observed
     * @param intentions that nothing may break, whatever it is taken from
     */
    public record Sources(Set<Source> from, List<Flow> flows, Optional<Intentions> intentions) {
        /** What manifests declare and components need. */
        public static final Sources LINKS = new Sources(Set.of(Source.LINKS), List.of(), Optional.empty());

        public Sources {
            from = Set.copyOf(from);
            flows = List.copyOf(flows);
        }
    }

    /** What some sources say. */
    public static IntendedTraffic of(Basis basis, Sources sources) {
        var collected = new Collected(MOST);
        Snapshot snapshot = basis.snapshot();
        var workloads = new Workloads(basis.cluster(), PodTemplates.of(snapshot));
        var values = new WrittenValues(snapshot);
        var backends = new Backends(snapshot, workloads, new CreatedServices(snapshot.platform(), basis.signatures()));
        var components = new Components(snapshot.platform(), basis.signatures(), workloads);
        var entrances = new EntranceTraffic(snapshot, workloads, backends, values);
        var links = new Collected(MOST);
        boolean hasLinks = sources.from().contains(Source.LINKS);
        boolean hasFlows = sources.from().contains(Source.FLOWS);
        if (hasLinks || hasFlows) {
            new LinkTraffic(snapshot, workloads, backends, values).addTo(links::add);
            entrances.addTo(links::add);
        }
        if (hasLinks) {
            links.all().forEach(collected::add);
        }
        var remarks = new ArrayList<Remark>();
        if (hasFlows) {
            var seen = new Collected(MOST);
            new FlowTraffic(snapshot, workloads, backends, basis.known()).add(sources.flows(), seen::add);
            seen.all().forEach(collected::add);
            remarks.addAll(new Comparison(new EndNames(basis.cluster())).of(links.all(), seen.all()));
        }
        if (hasLinks || hasFlows) {
            entrances.addWebhooksTo(collected::add);
            new NeedTraffic(snapshot.platform(), workloads, components).addTo(collected::add);
        }
        if (hasLinks) {
            new ApiAccess(snapshot, workloads, components).addTo(collected::add);
        }
        if (sources.from().contains(Source.INTENTS)) {
            sources.intentions()
                    .ifPresent(intentions -> new IntentTraffic(intentions, workloads).addTo(collected::add));
        }
        List<Traffic> kept = collected.all();
        if (sources.intentions().isPresent()) {
            var prohibitions = new Prohibitions(sources.intentions().get(), basis.cluster());
            kept = kept.stream()
                    .flatMap(each -> prohibitions.kept(each).stream())
                    .toList();
            if (!prohibitions.cut().isEmpty()) {
                remarks.addFirst(new Remark("Cut, because an intent forbids it", prohibitions.cut()));
            }
        }
        return new IntendedTraffic(kept, collected.isCut() || links.isCut(), remarks);
    }

    /** As much as is looked at. */
    private static final class Collected {
        private final List<Traffic> all = new ArrayList<>();
        private final int most;
        private boolean isCut;

        Collected(int most) {
            this.most = most;
        }

        void add(Traffic traffic) {
            if (all.size() < most) {
                all.add(traffic);
            } else {
                isCut = true;
            }
        }

        List<Traffic> all() {
            return all;
        }

        boolean isCut() {
            return isCut;
        }
    }
}
