package org.peercoach.lti;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The LMS connections through which the people of a district come. */
public interface ApprovedDeployments {

    /** The approved deployments of the district with this name, in a steady order. */
    List<ApprovedDeployment> ofDistrict(String districtName);

    /**
     * One place where an LMS has put the tool.
     *
     * @param id ours
     * @param deploymentId the platform's own
     * @param name what the platform calls itself, else the registration's name
     * @param productFamily such as {@code canvas}, or null
     * @param noticeSeen when the platform last proved that its notices reach us, or null
     */
    record ApprovedDeployment(
            long id,
            long registrationId,
            String deploymentId,
            String name,
            @Nullable String productFamily,
            @Nullable Instant noticeSeen) {}
}
