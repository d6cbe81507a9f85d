package org.peercoach.course.district;

/**
 * A page that a room offers to those who look after a district.
 *
 * @param titleKey message key of its title
 * @param path below {@code /d/{district}}, such as {@code /roles}
 */
public record DistrictPage(String titleKey, String path) {}
