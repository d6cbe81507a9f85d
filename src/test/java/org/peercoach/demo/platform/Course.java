package org.peercoach.demo.platform;

import java.util.List;

/**
 * A course of the demo LMS.
 *
 * @param about one sentence for visitors
 * @param members ids of the people in it; an administrator may look in without being a member
 */
public record Course(String id, String label, String title, String about, List<String> members) {}
