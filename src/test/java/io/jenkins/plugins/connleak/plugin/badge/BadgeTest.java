package io.jenkins.plugins.connleak.plugin.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.jenkins.plugins.connleak.plugin.badge.Badge.Colour;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.mockito.ArgumentCaptor;
import org.w3c.dom.Document;

class BadgeTest {
    @Test
    void isDrawnOfShapesAndTextAlone() {
        assertThat(BadgeSvg.draw(new Badge("leaks", "3, 1 new", Colour.RED)))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"107\" height=\"20\" role=\"img\""
                        + " aria-label=\"leaks: 3, 1 new\"><title>leaks: 3, 1 new</title>"
                        + "<clipPath id=\"r\"><rect width=\"107\" height=\"20\" rx=\"3\"/></clipPath>"
                        + "<g clip-path=\"url(#r)\">"
                        + "<rect x=\"0\" width=\"44\" height=\"20\" fill=\"#424242\"/>"
                        + "<rect x=\"44\" width=\"63\" height=\"20\" fill=\"#c62828\"/></g>"
                        + "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"11\">"
                        + "<text x=\"6\" y=\"14\" textLength=\"32\">leaks</text>"
                        + "<text x=\"50\" y=\"14\" textLength=\"51\">3, 1 new</text></g></svg>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "a&b;'<!--]]>",
                "\u0000\ud800\uffff\u202e\u0007",
                "\ud83d\udca7 \u6f0f",
                ""
            })
    void staysWellFormedWhateverItsLabelIs(String label) throws Exception {
        Document drawn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        BadgeSvg.draw(new Badge(label, "none", Colour.GREEN)).getBytes(StandardCharsets.UTF_8)));

        String shown = label.startsWith("\u0000") ? "" : label;
        assertThat(drawn.getDocumentElement().getAttribute("aria-label")).isEqualTo(shown + ": none");
        assertThat(drawn.getDocumentElement().getAttribute("onload")).isEmpty();
        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void cutsLongTexts() {
        Badge badge = new Badge("x".repeat(100_000), "y".repeat(60), Colour.GREY);

        assertThat(badge.label()).isEqualTo("x".repeat(59) + "\u2026");
        assertThat(badge.message()).isEqualTo("y".repeat(60));
    }

    @ParameterizedTest
    @EnumSource(Colour.class)
    void showsWhiteTextThatCanBeReadOnEachColour(Colour colour) {
        double luminance = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);

        assertThat(1.05 / (luminance + 0.05)).isGreaterThanOrEqualTo(4.5);
    }

    private static double channel(Colour colour, int at) {
        double part = Integer.parseInt(colour.code().substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void isSentAgainOnlyWhenItChanged() throws IOException {
        StaplerResponse2 first = send(new Badge("leaks", "3", Colour.RED), "");
        ArgumentCaptor<String> tag = ArgumentCaptor.forClass(String.class);
        verify(first).setHeader(org.mockito.ArgumentMatchers.eq("ETag"), tag.capture());
        verify(first).setHeader("Cache-Control", "private, no-cache");
        verify(first).setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        verify(first).setContentType("image/svg+xml;charset=UTF-8");
        verify(first.getOutputStream()).write(any(byte[].class));

        StaplerResponse2 same = send(new Badge("leaks", "3", Colour.RED), tag.getValue());
        verify(same).setStatus(304);
        verify(same.getOutputStream(), never()).write(any(byte[].class));

        StaplerResponse2 other = send(new Badge("leaks", "4", Colour.RED), tag.getValue());
        verify(other, never()).setStatus(anyInt());
        verify(other.getOutputStream()).write(any(byte[].class));
    }

    private static StaplerResponse2 send(Badge badge, String known) throws IOException {
        StaplerRequest2 request = mock(StaplerRequest2.class);
        StaplerResponse2 response = mock(StaplerResponse2.class);
        ServletOutputStream out = mock(ServletOutputStream.class);
        when(request.getHeader("If-None-Match")).thenReturn(known);
        when(response.getOutputStream()).thenReturn(out);
        new BadgeAnswer(badge).generateResponse(request, response, null);
        return response;
    }

    @Test
    void isAsWideAsItsText() {
        assertThat(Stream.of("", "i", "m", "leaks", "\u6f0f").map(BadgeSvg::width))
                .containsExactly(0, 5, 11, 32, 11);
    }
}
