package org.peercoach.shared.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@a",
                "|a",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20a",
                "\ta",
                "\ra",
                "\na",
                " =1",
                " \uFF1D1",
                "\u3000\uFF1D1"
            })
    void plainWhenASpreadsheetWouldCountThenAnApostropheInFront(String text) {
        assertThat(Csv.plain(text)).isEqualTo("'" + text);
        assertThat(Csv.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=b", "1-2", "Ana \uFF20 school", "\u2013 a", "'=a"})
    void plainWhenItIsTextThenAsItIs(String text) {
        assertThat(Csv.plain(text)).isEqualTo(text);
    }

    @Test
    void lineWhenCellsHoldQuotesOrNothingThenQuotedAllTheSame() {
        assertThat(Csv.line(Stream.of("a \"b\"", null, "c,d"))).isEqualTo("\"a \"\"b\"\"\",\"\",\"c,d\"\r\n");
    }
}
