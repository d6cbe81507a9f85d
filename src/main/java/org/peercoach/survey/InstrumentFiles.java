package org.peercoach.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads questionnaires into typed records. A key that no record knows, or that stands there twice, is a fault. */
final class InstrumentFiles {

    private static final String FILES = "classpath:content/surveys/*.yaml";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private InstrumentFiles() {}

    /** All questionnaires that are shipped, by the name of their file. */
    static List<Instrument> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(InstrumentFiles::name))
                    .map(InstrumentFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException naming {@code place} if it is no questionnaire */
    static Instrument parse(String place, InputStream yaml) {
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            Map<String, Object> values = new Yaml(new SafeConstructor(strict)).load(yaml);
            return MAPPER.convertValue(values, Instrument.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(place + ": " + e.getOriginalMessage(), e);
        } catch (YAMLException e) {
            throw new IllegalStateException(place + ": " + e.getMessage(), e);
        }
    }

    private static Instrument read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            Instrument instrument = parse(name(file), in);
            if (!name(file).equals(instrument.key() + ".yaml")) {
                throw new IllegalStateException(name(file) + " holds the questionnaire " + instrument.key());
            }
            return instrument;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        String name = file.getFilename();
        return name == null ? "" : name;
    }
}
