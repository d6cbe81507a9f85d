-- Whether anybody is on the way.
create index course_go_until on course_go (until_at);
