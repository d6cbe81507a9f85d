package org.peercoach.demo.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * How this LMS behaves.
 *
 * @param slowMillis what {@link Services#SLOW} adds to each answer
 */
public record Switches(
        Manner manner, Storage storage, Services services, Privacy privacy, int slowMillis, Frame frame) {

    /** A first visitor meets the stricter of the two. */
    static final Switches INITIAL =
            new Switches(Manner.MOODLE, Storage.NONE, Services.WORKING, Privacy.NAME_AND_EMAIL, 4000, Frame.FILLING);

    /** Whose habits it has. */
    public enum Manner {
        CANVAS,
        MOODLE
    }

    /** Whether the browser may keep the launch's proof with the LMS (platform storage, LTI-C2), and in which frame. */
    public enum Storage {
        NONE,
        PARENT,
        FORWARDING
    }

    /** What token endpoint, gradebook and roster do. */
    public enum Services {
        WORKING,
        SLOW,
        FAILING,
        THROTTLED,
        SILENT,
        OFF
    }

    /** What launches and rosters tell of a person. */
    public enum Privacy {
        NAME_AND_EMAIL,
        NAME_ONLY,
        NOTHING
    }

    /** How high the tool's frame is: as the window, or small and as high as the tool asks (lti.frameResize). */
    public enum Frame {
        FILLING,
        GROWING
    }

    public boolean canvas() {
        return manner == Manner.CANVAS;
    }

    public boolean moodle() {
        return manner == Manner.MOODLE;
    }

    /**
     * These switches with some turned.
     *
     * @throws IllegalArgumentException naming what is not a switch or not a position of it
     */
    Switches turned(Map<String, String> wanted) {
        Switches result = this;
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            result = result.turned(one.getKey(), one.getValue());
        }
        return result;
    }

    private Switches turned(String name, String position) {
        return switch (name) {
            case "manner" -> new Switches(of(Manner.class, position), storage, services, privacy, slowMillis, frame);
            case "storage" -> new Switches(manner, of(Storage.class, position), services, privacy, slowMillis, frame);
            case "services" -> new Switches(manner, storage, of(Services.class, position), privacy, slowMillis, frame);
            case "privacy" -> new Switches(manner, storage, services, of(Privacy.class, position), slowMillis, frame);
            case "slowMillis" -> new Switches(manner, storage, services, privacy, Integer.parseInt(position), frame);
            case "frame" -> new Switches(manner, storage, services, privacy, slowMillis, of(Frame.class, position));
            default -> throw new IllegalArgumentException("no switch " + name);
        };
    }

    private static <E extends Enum<E>> E of(Class<E> type, String position) {
        String name = position.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        position + " is not one of " + Arrays.toString(type.getEnumConstants())));
    }
}
