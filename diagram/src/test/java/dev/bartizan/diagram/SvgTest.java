package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>\u0000\uD800&\"'";

    @ParameterizedTest
    @EnumSource(Svg.Theme.class)
    void namesFromTheInputStayText(Svg.Theme theme) throws Exception {
        var platform = new SyntheticPlatform();
        platform.link(platform.workload(HOSTILE, HOSTILE), platform.workload("<b>", "plain"), "calls");
        Document document = parse(svg(platform.snapshot(), theme));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("</text>");
    }

    @Test
    void nothingIsFetched() {
        assertThat(svg(SyntheticPlatform.generated(30, 6), Svg.Theme.AUTO).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "@import", "url(data");
    }

    @Test
    void severityIsALetterToo() throws Exception {
        var platform = new SyntheticPlatform();
        platform.finding(platform.workload("ml", "trainer"), Severity.HIGH, true);
        platform.finding(platform.workload("ml", "notebook"), Severity.HIGH, false);
        String text = parse(svg(platform.snapshot(), Svg.Theme.LIGHT))
                .getDocumentElement()
                .getTextContent();

        assertThat(List.of(text.split("\n"))).contains("H", "?");
    }

    @Test
    void aLongNameKeepsItsBeginningAndItsEnd() {
        String fitted = Label.fit("recommendation-model-serving-predictor-canary", 11.5, 130);
        assertThat(fitted).startsWith("recomm").endsWith("canary").contains("…").hasSizeLessThan(26);
        assertThat(Label.fit("short", 11.5, 130)).isEqualTo("short");
    }

    private static String svg(Snapshot snapshot, Svg.Theme theme) {
        return Svg.of(PlatformMap.layout(snapshot, MapOptions.DEFAULT), snapshot.platform(), theme);
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
