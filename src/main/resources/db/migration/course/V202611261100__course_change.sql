-- Which courses' remembered rows are out of date, and since when: every node looks here every two seconds.
create table course_change (
  course_id bigint not null primary key,
  changed_at datetime(6) not null
);
create index course_change_recent on course_change (changed_at, course_id);
