package org.peercoach.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevFolderTests {

    @TempDir
    Path parent;

    @Test
    void secretWhenAskedForTwiceThenMadeOnceForItsOwnerOnly() throws Exception {
        DevFolder folder = new DevFolder(parent.resolve("data"));
        String secret = folder.secret();
        assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        assertThat(new DevFolder(parent.resolve("data")).secret()).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("data/secret"))))
                .isEqualTo("rw-------");
        assertThat(new DevFolder(parent.resolve("other")).secret()).isNotEqualTo(secret);
    }
}
