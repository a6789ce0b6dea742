package dev.bartizan.network;

import java.util.List;

/** A cluster that can be written as manifests and be asked for one packet at a time. */
interface NaivePolicies {
    /** A packet that opens a connection. */
    record Packet(String from, String to, String protocol, int port) {}

    String yaml();

    List<Packet> packets();

    boolean isAllowed(Packet packet);

    /** The same with one policy, rule or pod less; the pods of the packet stay. */
    List<NaivePolicies> smaller(Packet packet);
}
