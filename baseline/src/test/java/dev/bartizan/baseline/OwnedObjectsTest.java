package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever writes an object chooses whom it names as its owner: that silences nothing. */
class OwnedObjectsTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, uid: s-1}
            spec: {selector: {app: web}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              uid: c-1
              ownerReferences: [{apiVersion: v1, kind: Service, name: web, uid: "%s", controller: true}]
            data: {password: correct-horse-battery-7}
            """;

    @Test
    void aCredentialIsFoundWhoeverIsSaidToHaveMadeIt() {
        assertThat(TestPlatform.of(CLAIM.formatted("s-1")).members("BL-SE-002")).hasSize(1);
        assertThat(TestPlatform.of(CLAIM.formatted("not-in-the-input")).members("BL-SE-002"))
                .hasSize(1);
    }
}
