package dev.bartizan.knowledge;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Who is let in at some ports or paths of a component. A component has several: an API key may guard one path and leave another open.
 *
 * @param ports which of its ports; all when empty
 * @param paths beginnings of the paths it is about; all when empty
 * @param enforcedBy who turns others away; absent when nobody does
 * @param byDefault what holds when nothing is set
 * @param setting what changes the default
 * @param header the request header that is believed, where one is: whoever can send it is whom it names
 * @param source a public page that says so
 */
public record Authentication(
        List<Integer> ports,
        List<String> paths,
        Mechanism mechanism,
        Optional<Enforcer> enforcedBy,
        Access byDefault,
        Optional<String> setting,
        Optional<String> header,
        String source,
        Location location) {
    /** How a caller proves who it is. */
    public enum Mechanism {
        /** Not at all, and no setting changes that. */
        NONE,
        PASSWORD,
        API_KEY,
        TOKEN,
        OIDC,
        MUTUAL_TLS,
        /** The request is signed with a secret key, as S3 does. */
        SIGNATURE,
        /** The cluster's API server is asked whether the token may. */
        ACCESS_REVIEW,
        /** Something before it writes the caller's name into a header. */
        HEADER
    }

    /** Who turns others away. */
    public enum Enforcer {
        ITSELF,
        SIDECAR,
        GATEWAY,
        MESH
    }

    /** What holds when nothing is set. */
    public enum Access {
        ENFORCED,
        OPEN
    }

    public Authentication {
        if ((mechanism == Mechanism.NONE) == enforcedBy.isPresent()) {
            throw new IllegalArgumentException("every mechanism but 'none' is enforced by somebody");
        }
        if (mechanism == Mechanism.NONE && byDefault == Access.ENFORCED) {
            throw new IllegalArgumentException("where there is no mechanism the default is 'open'");
        }
        if (mechanism == Mechanism.HEADER && header.isEmpty()) {
            throw new IllegalArgumentException("the mechanism 'header' names the header");
        }
    }
}
