package org.peercoach.lti.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the installer typed.
 *
 * @param visit sealed by {@link InstallerVisits}
 */
record InstallerForm(
        @Nullable String visit,
        @Nullable String district,
        @Nullable String contact,
        @Nullable String code) {

    static final int LONGEST_DISTRICT = 100;
    private static final int LONGEST_CONTACT = 254;
    private static final Pattern CONTACT = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** A form that nobody filled in yet. */
    static InstallerForm empty() {
        return new InstallerForm("", "", "", "");
    }

    String visitOrEmpty() {
        return visit == null ? "" : visit;
    }

    String districtName() {
        return district == null ? "" : district.strip().replaceAll("\\s+", " ");
    }

    /** The address that the LMS may show, or null. */
    @Nullable
    String contactOrNull() {
        return contact == null || contact.isBlank() ? null : contact.strip();
    }

    String contactOrEmpty() {
        return contact == null ? "" : contact.strip();
    }

    String codeOrEmpty() {
        return code == null ? "" : code;
    }

    /** Message keys of what is wrong, by field; empty if all is well. A code may have named the district already. */
    Map<String, String> faults(boolean districtKnown) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (districtKnown) {
            return contactFaults(faults);
        }
        if (districtName().isEmpty()) {
            faults.put("district", "lti.register.district.missing");
        } else if (districtName().length() > LONGEST_DISTRICT || districtName().matches(".*\\p{Cntrl}.*")) {
            faults.put("district", "lti.register.district.long");
        }
        return contactFaults(faults);
    }

    private Map<String, String> contactFaults(Map<String, String> faults) {
        String mail = contactOrNull();
        if (mail != null
                && (mail.length() > LONGEST_CONTACT || !CONTACT.matcher(mail).matches())) {
            faults.put("contact", "lti.register.contact.odd");
        }
        return faults;
    }
}
