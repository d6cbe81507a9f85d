-- Whom a message waits for in a course.
create index training_nudge_waiting on training_nudge (course_id, dismissed_at, member_id);
