package org.peercoach.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** What a machine for trying out keeps beside the database. */
public record DevFolder(Path path) {

    public Path lmsState() {
        return path.resolve("demo-lms.json");
    }

    public Path registrations() {
        return path.resolve("demo-registrations.yaml");
    }

    /** Where the mails of the tool are caught; 0 if nobody has caught any yet. */
    public int mailPort() {
        try {
            Path file = mailPortFile();
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    public void keepMailPort(int port) {
        write(mailPortFile(), port + "\n");
    }

    private Path mailPortFile() {
        return path.resolve("demo-mail-port");
    }

    public void keepRegistrations(String yaml) {
        write(registrations(), yaml);
    }

    /** The tool's secret: made once, readable by its owner only. */
    public String secret() {
        Path file = path.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(path);
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Path draft = Files.createTempFile(path, "secret", ".tmp", ownerOnly(file));
                Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret in " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(path);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
