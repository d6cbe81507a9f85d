package org.peercoach.course.operator;

/**
 * A page that a room offers to the operator.
 *
 * @param titleKey message key of its title
 * @param path such as {@code /operator/keys}
 */
public record OperatorPage(String titleKey, String path) {}
