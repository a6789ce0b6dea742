package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.Vocabulary.Term;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {
    private static final SettingNames NAMES = SettingNames.load();

    @ParameterizedTest
    @ValueSource(
            strings = {"STORAGE_URI", "--storage-uri", "storageUri", "-storage_uri", "storage.uri", "_storage__uri_"})
    void oneNameHasManySpellings(String written) {
        assertThat(SettingNames.normalise(written)).isEqualTo("storage-uri");
    }

    @Test
    void addressesAreToldByTheirLastWord() {
        assertThat(NAMES.isAddress("redis-addr")).isTrue();
        assertThat(NAMES.isAddress("llm-service-host-ip")).isTrue();
        assertThat(NAMES.isAddress("server-cert")).isFalse();
        assertThat(NAMES.isAddress("oauth-redirect-url")).isFalse();
    }

    @Test
    void whatIsGivenAwayAndWhatIsTaken() {
        assertThat(NAMES.isWritten("output-dir")).isTrue();
        assertThat(NAMES.isWritten("checkpoint-dir")).isTrue();
        assertThat(NAMES.isWritten("resume-from-checkpoint")).isFalse();
        assertThat(NAMES.isLoaded("storage-uri")).isTrue();
        assertThat(NAMES.isModel("llm-model-id")).isTrue();
        assertThat(NAMES.isModel("model-id-file")).isFalse();
    }

    @Test
    void identityHeadersAreToldByNameOrValue() {
        assertThat(NAMES.isIdentityHeader("kubeflow-userid-header", "anything")).isTrue();
        assertThat(NAMES.isIdentityHeader("some-header", "X-Forwarded-User")).isTrue();
        assertThat(NAMES.isIdentityHeader("some-header", "X-Request-Id")).isFalse();
    }

    @Test
    void theKindsAndRolesItNamesAreInTheVocabulary() {
        var vocabulary = Vocabulary.load();
        var kinds = vocabulary.linkKinds().stream().map(Term::id).toList();

        for (Role role : vocabulary.roles()) {
            assertThat(NAMES.kind(role.id()).stream()).allMatch(kinds::contains);
        }
        assertThat(NAMES.roles())
                .allSatisfy(role -> assertThat(vocabulary.role(role)).isPresent());
    }

    @Test
    void namesDoNotDependOnTheLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SettingNames.normalise("STORAGE_URI")).isEqualTo("storage-uri");
        } finally {
            Locale.setDefault(before);
        }
    }
}
