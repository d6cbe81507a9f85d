package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LTI-A7. */
class LinksTests {

    private static final String NEXT = "https://lms.example/Items?type_id=1&limit=2&from=2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://lms.example/Items?type_id=1&limit=2&from=2>; rel=\"next\"",
                "<https://lms.example/Items?type_id=1&limit=2&from=2>;rel=next",
                "<https://lms.example/Items?type_id=1&limit=2&from=2>; rel='next'; title=\"x\"",
                "<https://lms.example/Items?type_id=1&limit=2&from=2>; title=\"a, b\"; REL=\"last NEXT\"",
                "<https://lms.example/a>; rel=\"current\", <https://lms.example/Items?type_id=1&limit=2&from=2>; rel=\"next\"",
                "<https://lms.example/Items?type_id=1&amp;limit=2&amp;from=2>; rel=\u201cnext\u201d",
                "<https://lms.example/a>; rel=\u201cfirst\u201d, <https://lms.example/Items?type_id=1&amp;limit=2&amp;from=2>; rel=\u201cnext\u201d",
                "<https://lms.example/Items?type_id=1&amp;limit=2&amp;from=2>; rel=\u00e2\u0080\u009cnext\u00e2\u0080\u009d",
                "<https://lms.example/Items?type_id=1&amp;limit=2&amp;from=2>; rel=\ufffdnext\ufffd",
                "<https://lms.example/Items?type_id=1&amp;limit=2&amp;from=2>; rel=???next???"
            })
    void nextWhenWrittenInAnyWayThenFoundWithItsCase(String header) {
        assertThat(Links.next(header)).contains(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "<https://lms.example/a>; rel=\"prev\"",
                "<https://lms.example/a>; rel=\"nextcloud\"",
                "<https://lms.example/a>; title=\"next\"",
                "<https://lms.example/next>; rel=\"last\""
            })
    void nextWhenThereIsNoneThenEmpty(String header) {
        assertThat(Links.next(header)).isEmpty();
    }

    @Test
    void inPathWhenUrlHasAQueryThenQueryStaysBehind() { // LTI-A5
        assertThat(ServiceUrls.inPath("https://lms.example/lineitem?type_id=2", "/scores"))
                .isEqualTo("https://lms.example/lineitem/scores?type_id=2");
        assertThat(ServiceUrls.inPath("https://lms.example/lineitem/", "/results"))
                .isEqualTo("https://lms.example/lineitem/results");
    }
}
