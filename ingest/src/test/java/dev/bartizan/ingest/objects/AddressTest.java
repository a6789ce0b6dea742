package dev.bartizan.ingest.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://mlflow:5000/api, mlflow",
        "HTTPS://Api.OpenAI.com/v1, api.openai.com",
        "redis:6379, redis",
        "redis.data.svc.cluster.local:6379, redis.data.svc.cluster.local",
        "redis.data.svc, redis.data.svc",
        "postgresql+psycopg2://u:***@db.data:5432/x, db.data",
        "postgresql://u@db/x?sslmode=off, db",
        "jdbc:postgresql://db.data:5432/x, db.data",
        "mongodb+srv://u:***@cluster0.abc.mongodb.net/x, cluster0.abc.mongodb.net",
        "git@github.com:team/repo.git, github.com",
        "git+https://github.com/team/repo, github.com",
        "abfss://data@acme.dfs.core.windows.net/raw, acme.dfs.core.windows.net",
        "oci://ghcr.io/team/model:1, ghcr.io",
        "kafka.data.svc.:9092, kafka.data.svc",
    })
    void endpoints(String word, String host) {
        assertThat(Address.parse(word)).contains(new Address.Endpoint(host, true));
    }

    @Test
    void aWordAloneIsOnlyPerhapsAHost() {
        assertThat(Address.parse("redis-cart")).contains(new Address.Endpoint("redis-cart", false));
        assertThat(Address.parse("api.openai.com")).contains(new Address.Endpoint("api.openai.com", false));
    }

    @Test
    void storesAndHubs() {
        assertThat(Address.parse("s3://models/llama/7b")).contains(new Address.Bucket("s3", "models"));
        assertThat(Address.parse("s3://key:***@models/llama")).contains(new Address.Bucket("s3", "models"));
        assertThat(Address.parse("hf://meta-llama/Llama-3.2-1B")).contains(new Address.HubModel());
        assertThat(Address.parse("pvc://models/llama")).contains(new Address.Claim("models"));
        assertThat(Address.parse("/mnt/models")).contains(new Address.FilePath("/mnt/models"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "://",
                "http://",
                "http:///x",
                "gs://BUCKET_NAME/x",
                "s3://<BUCKET>/x",
                "http://a b",
                "http://host:port",
                "http://host:0",
                "host:99999",
                "http://-x",
                "http://a..b",
                "http://$HOST/x",
                "user:1:profile",
                "owner/model",
                "unix:///run/x.sock",
                "file:///x",
                "hf://ORGANIZATION/MODEL-NAME",
                "http://[::1]:80",
                "tcp://*:5557",
                "kubernetes://apis/apps",
            })
    void whatIsNoAddress(String word) {
        assertThat(Address.parse(word)).isEqualTo(Optional.empty());
    }

    @Test
    void neitherCredentialsNorPathsAreKept() {
        assertThat(Address.parse("https://user:pa:ss@host.example/path?token=abc#x"))
                .contains(new Address.Endpoint("host.example", true));
    }

    @Test
    void aHugeWordIsNone() {
        assertThat(Address.parse("http://" + "a".repeat(1_000_000))).isEmpty();
    }
}
