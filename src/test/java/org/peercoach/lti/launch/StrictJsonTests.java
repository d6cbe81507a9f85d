package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LTI-T32. */
class StrictJsonTests {

    @ParameterizedTest
    @DisplayName("LTI-T32: JSON that two readers could understand differently is not read")
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1} x",
                "{\"a\":1}{\"a\":2}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":/**/1}",
                "[1]",
                "\"a\"",
                "null",
                "",
                "{\"a\":"
            })
    void objectWhenJsonIsNotStrictThenNull(String json) {
        assertThat(StrictJson.object(json.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}", " { \"a\" : null } "})
    void objectWhenJsonIsStrictThenRead(String json) {
        assertThat(StrictJson.object(json.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    @ParameterizedTest
    @DisplayName("LTI-T32: nesting and numbers are bounded")
    @ValueSource(ints = {17, 1000, 30_000})
    void objectWhenNestedDeeplyThenNull(int depth) {
        String json = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        assertThat(StrictJson.object(json.getBytes(StandardCharsets.UTF_8))).isNull();
        String number = "{\"a\":" + "9".repeat(50 + depth) + "}";
        assertThat(StrictJson.object(number.getBytes(StandardCharsets.UTF_8))).isNull();
    }
}
