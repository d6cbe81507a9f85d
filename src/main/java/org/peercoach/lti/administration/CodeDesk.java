package org.peercoach.lti.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.OneTimeCodes;
import org.springframework.stereotype.Component;

/** One-time install codes (ruling 26): made for a district's name, shown once, good for one installation in 7 days. */
@Component
public class CodeDesk {

    /**
     * What is known of a code.
     *
     * @param madeBy {@code operator} or {@code person:12}
     */
    public record KnownCode(
            long id, String districtName, String madeBy, Instant createdAt, Instant expiresAt, boolean used) {}

    private final OneTimeCodes codes;

    CodeDesk(OneTimeCodes codes) {
        this.codes = codes;
    }

    /** A new code in plain; it is not shown again. */
    public String make(String districtName, String madeBy) {
        return codes.make(districtName, madeBy);
    }

    /** The codes of the last two weeks; of one district, or of all for null. */
    public List<KnownCode> list(@Nullable String districtName) {
        return codes.list(districtName).stream()
                .map(code -> new KnownCode(
                        code.id(), code.districtName(), code.madeBy(), code.createdAt(), code.expiresAt(), code.used()))
                .toList();
    }

    /** Takes an unused code back; of this district, or of any for null. */
    public boolean withdraw(long id, @Nullable String districtName) {
        return codes.withdraw(id, districtName);
    }
}
