package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.Parties.Party;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final Parties PARTIES = Parties.load(Vocabulary.load());

    @Test
    void aHostBelongsToTheLongestNameThatFits() {
        assertThat(party("huggingface.co")).isEqualTo("hugging-face");
        assertThat(party("cdn-lfs.huggingface.co")).isEqualTo("hugging-face");
        assertThat(party("api.openai.com")).isEqualTo("openai");
        assertThat(party("models.s3.eu-west-1.amazonaws.com")).isEqualTo("amazon-s3");
        assertThat(party("s3.eu-west-1.amazonaws.com")).isEqualTo("amazon-s3");
        assertThat(party("123.dkr.ecr.eu-west-1.amazonaws.com")).isEqualTo("image-registries");
        assertThat(party("bedrock-runtime.us-east-1.amazonaws.com")).isEqualTo("amazon-bedrock");
        assertThat(party("europe-west4-aiplatform.googleapis.com")).isEqualTo("google-ai");
        assertThat(party("ec2.us-east-1.amazonaws.com")).isEqualTo("cloud-apis");
        assertThat(party("api.openai.com.evil.example")).isEqualTo("nobody");
        assertThat(party("notgithub.com")).isEqualTo("nobody");
    }

    @Test
    void aHostileNameCostsLittle() {
        assertThat(party("a.".repeat(100_000) + "com")).isEqualTo("nobody");
        assertThat(party("")).isEqualTo("nobody");
        assertThat(party("...")).isEqualTo("nobody");
    }

    private static String party(String host) {
        return PARTIES.byHost(host).map(Party::id).orElse("nobody");
    }
}
