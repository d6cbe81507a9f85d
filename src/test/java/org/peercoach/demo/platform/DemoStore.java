package org.peercoach.demo.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where the demo LMS keeps its state. */
public interface DemoStore {

    Optional<DemoState> load();

    void save(DemoState state);

    /** Forgets everything when the process ends. */
    static DemoStore inMemory() {
        return new DemoStore() {
            @Override
            public Optional<DemoState> load() {
                return Optional.empty();
            }

            @Override
            public void save(DemoState state) {}
        };
    }

    /** One JSON file, replaced as a whole, so that a kill at any moment leaves the old or the new state. */
    static DemoStore file(Path file) {
        return new DemoStore() {
            @Override
            public Optional<DemoState> load() {
                return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
            }

            @Override
            public void save(DemoState state) {
                write(file, Json.pretty(state));
            }
        };
    }

    private static DemoState read(Path file) {
        try {
            return Json.read(Files.readString(file), DemoState.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "demo-lms", ".tmp");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
