package org.peercoach.lti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LTI-T21 to T23: one role in all its spellings. */
class LtiRoleTests {

    @ParameterizedTest
    @CsvSource({
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner,CONTEXT,Learner,",
        "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant,CONTEXT,Instructor,TeachingAssistant",
        "Learner,CONTEXT,Learner,",
        "ContentDeveloper,CONTEXT,ContentDeveloper,",
        "urn:lti:role:ims/lis/Instructor,CONTEXT,Instructor,",
        "urn:lti:role:ims/lis/Instructor/GuestInstructor,CONTEXT,Instructor,GuestInstructor",
        "urn:lti:instrole:ims/lis/Administrator,INSTITUTION,Administrator,",
        "urn:lti:sysrole:ims/lis/SysAdmin,SYSTEM,SysAdmin,",
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor,INSTITUTION,Instructor,",
        "http://purl.imsglobal.org/vocab/lis/v2/person#Administrator,INSTITUTION,Administrator,",
        "http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin,SYSTEM,SysAdmin,",
        "http://purl.imsglobal.org/vocab/lti/system/person#TestUser,SYSTEM,TestUser,"
    })
    @DisplayName("LTI-T21, T22, T23: every spelling, and where it holds")
    void parseWhenKnownSpellingThenRole(String text, LtiRole.Scope scope, String name, String subRole) {
        assertThat(LtiRole.parse(text)).contains(new LtiRole(scope, name, subRole));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://purl.imsglobal.org/vocab/lis/v2/unknown/unknown#Helper",
                "http://purl.imsglobal.org/vocab/lis/v2/membership#",
                "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor",
                "urn:lti:role:other/Instructor",
                "urn:lti:role",
                "Learner Instructor",
                "Lehrkraft-1",
                "Léarner",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
            })
    @DisplayName("LTI-T21: what is not of the vocabulary is ignored")
    void parseWhenUnknownThenEmpty(String text) {
        assertThat(LtiRole.parse(text)).isEmpty();
    }
}
