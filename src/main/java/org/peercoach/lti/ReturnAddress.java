package org.peercoach.lti;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The platform's address to go back to, with words for the platform's people or log (LTI Core 1.3, 5.4.4; LTI-T27). */
public final class ReturnAddress {

    private ReturnAddress() {}

    /**
     * The address with one more parameter; its own query and fragment stay.
     *
     * @param returnUrl out of a verified token
     * @param name {@code lti_msg}, {@code lti_errormsg}, {@code lti_log} or {@code lti_errorlog}
     */
    public static String with(String returnUrl, String name, String words) {
        int hash = returnUrl.indexOf('#');
        String address = hash < 0 ? returnUrl : returnUrl.substring(0, hash);
        return address
                + (address.indexOf('?') < 0 ? '?' : '&')
                + name
                + '='
                + UriUtils.encode(words, StandardCharsets.UTF_8)
                + (hash < 0 ? "" : returnUrl.substring(hash));
    }
}
