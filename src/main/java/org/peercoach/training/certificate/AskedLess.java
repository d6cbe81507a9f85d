package org.peercoach.training.certificate;

import java.util.List;
import org.peercoach.course.Member;

/**
 * Announced when a cohort asks for less than before, and these have done all of the rest for that reason: they may have
 * earned a certificate without doing anything more.
 */
public record AskedLess(List<Member> people) {}
