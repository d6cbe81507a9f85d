package org.peercoach.course;

/**
 * The one thing a person should do next, shown on the home page.
 *
 * @param minutes how long it takes
 * @param title what to do
 * @param text one line about where it belongs
 * @param path where it is, a full path of ours
 */
public record NextStep(int minutes, String title, String text, String path) {}
