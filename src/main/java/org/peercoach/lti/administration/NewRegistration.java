package org.peercoach.lti.administration;

/** What was typed of a registration; nothing is null, blank is missing. */
public record NewRegistration(
        String issuer,
        String clientId,
        String name,
        String district,
        String productFamily,
        String authorization,
        String token,
        String jwks,
        String audience) {

    /** The same without blanks around. */
    public NewRegistration stripped() {
        return new NewRegistration(
                issuer.strip(),
                clientId.strip(),
                name.strip(),
                district.strip().replaceAll("\\s+", " "),
                productFamily.strip(),
                authorization.strip(),
                token.strip(),
                jwks.strip(),
                audience.strip());
    }
}
