-- What a person chose, and what their browser says, where the LMS tells no time zone (Moodle never does).
alter table course_person add column chosen_zone varchar(64);
alter table course_person add column browser_zone varchar(64);
