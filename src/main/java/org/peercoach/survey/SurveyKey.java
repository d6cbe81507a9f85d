package org.peercoach.survey;

/**
 * What is asked, and when in the program. In each course at most one survey has this key.
 *
 * @param instrument key of the questionnaire, such as {@code coach-skills}
 */
public record SurveyKey(String instrument, Wave wave) {

    /** Its page, below the course. */
    public String path() {
        return "/surveys/" + instrument + "/" + wave.word();
    }

    @Override
    public String toString() {
        return instrument + "/" + wave;
    }
}
