package org.peercoach.training;

import java.util.List;

/** The eight sessions as they were designed: id, kind, minutes, points, required or optional, and whether live counts. */
final class ProgramTable {

    private static final String ACTIVITIES = """
            S1.1 CHECK 20 2 required
            S1.2 READ 20 1 required
            S1.3 REFLECT 15 2 required
            S1.4 BOARD 20 4 required live
            S1.5 WATCH 15 1 required
            S1.6 PRACTISE 25 3 required
            S1.7 READ 15 1 required
            S1.8 PLAN 25 4 required
            S1.9 CHECK 10 2 required
            S1.10 REFLECT 5 1 optional
            S1.11 ARTEFACT 10 4 required
            S2.1 REFLECT 10 1 optional
            S2.2 READ 20 1 required
            S2.3 WATCH 15 1 required
            S2.4 PRACTISE 30 4 required
            S2.5 PRACTISE 30 4 required live
            S2.6 BOARD 20 4 required
            S2.7 READ 10 1 required
            S2.8 PLAN 25 3 required
            S2.9 CHECK 10 2 required
            S2.10 ARTEFACT 10 4 required
            S3.1 REFLECT 10 1 optional
            S3.2 READ 20 1 required
            S3.3 WATCH 10 1 optional
            S3.4 PRACTISE 35 4 required
            S3.5 BOARD 20 4 required live
            S3.6 PRACTISE 30 4 required
            S3.7 READ 15 1 optional
            S3.8 PLAN 20 3 required
            S3.9 CHECK 10 2 required
            S3.10 ARTEFACT 10 4 required
            S4.1 REFLECT 10 1 optional
            S4.2 READ 20 1 required
            S4.3 PRACTISE 20 3 required
            S4.4 WATCH 10 1 optional
            S4.5 PLAN 15 2 required
            S4.6 PRACTISE 35 4 required
            S4.7 READ 15 1 required
            S4.8 PRACTISE 20 3 required
            S4.9 BOARD 15 3 required live
            S4.10 CHECK 10 2 required
            S4.11 ARTEFACT 10 4 required
            S5.1 REFLECT 10 1 optional
            S5.2 READ 15 1 required
            S5.3 PRACTISE 35 4 required
            S5.4 PRACTISE 20 2 required
            S5.5 WATCH 10 1 optional
            S5.6 BOARD 30 5 required live
            S5.7 READ 15 1 required
            S5.8 PLAN 20 3 required
            S5.9 CHECK 10 2 required
            S5.10 ARTEFACT 15 5 required
            S6.1 REFLECT 15 2 required
            S6.2 READ 15 1 optional
            S6.3 PRACTISE 40 5 required live
            S6.4 READ 10 1 required
            S6.5 PLAN 25 3 required
            S6.6 BOARD 20 5 required
            S6.7 PRACTISE 20 2 required
            S6.8 PLAN 15 2 required
            S6.9 CHECK 10 1 required
            S6.10 ARTEFACT 10 3 required
            S7.1 REFLECT 10 1 optional
            S7.2 READ 20 1 required
            S7.3 WATCH 15 1 optional
            S7.4 PRACTISE 25 3 required
            S7.5 PRACTISE 25 4 required
            S7.6 READ 15 1 required
            S7.7 PLAN 25 3 required
            S7.8 BOARD 20 4 required live
            S7.9 CHECK 10 2 required
            S7.10 ARTEFACT 15 5 required
            S8.1 CHECK 20 2 required
            S8.2 READ 15 1 required
            S8.3 PRACTISE 25 3 required
            S8.4 WATCH 10 1 optional
            S8.5 PLAN 25 4 required
            S8.6 BOARD 25 4 required live
            S8.7 REFLECT 20 3 required
            S8.8 PRACTISE 20 2 required
            S8.9 CHECK 5 1 required
            S8.10 ARTEFACT 15 4 required
            """;

    private ProgramTable() {}

    /** The activities of one session, one line each. */
    static List<String> of(int session) {
        return ACTIVITIES
                .lines()
                .filter(line -> line.startsWith("S" + session + "."))
                .toList();
    }
}
