package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is filled in once for a language, and what is left for each page. */
class ReadyTemplateTests {

    private static final Map<String, String> WORDS = Map.of(
            "a.b", "Bread & butter", "menu", "Menu", "hello", "It’s [[${secret}]]", "none", "", "at", "Say \"yes\"");

    private final ReadyTemplate ready = new ReadyTemplate(
            key -> Optional.ofNullable(WORDS.get(key)),
            path -> path.contains("missing") ? Optional.empty() : Optional.of(path.replace(".", "-12ab.")),
            Map.of("icon", "<svg class=\"pc-i\"><use href=\"/i.svg#${name}\"></use></svg>"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p th:text="#{a.b}">Proto</p>                                 | <p>Bread &amp; butter</p>
            <h2 id="x" th:text="#{menu}" class="c">Proto</h2>             | <h2 id="x" class="c">Menu</h2>
            <p th:if="${a > b}" th:text="#{menu}">Proto</p>               | <p th:if="${a > b}">Menu</p>
            <th:block th:text="#{menu}">Proto</th:block>                  | <th:block>Menu</th:block>
            <nav th:aria-label="#{at}"><p th:text="#{menu}">P</p></nav>   | <nav aria-label="Say &quot;yes&quot;"><p>Menu</p></nav>
            <i th:data-pc-start="#{menu}"></i>                            | <i data-pc-start="Menu"></i>
            <script defer th:src="@{/static/js/page.js}"></script>        | <script defer src="/static/js/page-12ab.js"></script>
            <use th:href="@{/static/img/icons.svg} + '#brand'"></use>     | <use href="/static/img/icons-12ab.svg#brand"></use>
            <svg th:replace="~{fragments/ui :: icon('mail')}"></svg>      | <svg class="pc-i"><use href="/i.svg#mail"></use></svg>
            """)
    void ofWhenTheSameForEverybodyThenFilledIn(String template, String expected) {
        assertThat(ready.of(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p th:text="#{a.b(${name})}">Proto</p>
            <p th:text="${a.b}">Proto</p>
            <p th:text="#{unknown}">Proto</p>
            <p th:text="#{hello}">Proto</p>
            <p th:text="#{none}">Proto</p>
            <p th:text="#{${key}}">Proto</p>
            <p title="Proto" th:title="#{menu}">Text</p>
            <a th:href="@{/static/missing.js}">x</a>
            <a th:href="@{${one.path}}">x</a>
            <svg th:replace="~{fragments/ui :: icon(${icon})}"></svg>
            <svg th:replace="~{fragments/ui :: arrow('back')}"></svg>
            """)
    void ofWhenItDependsOnThePageThenLeft(String template) {
        assertThat(ready.of(template)).isEqualTo(template);
    }
}
