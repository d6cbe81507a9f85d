-- How a cohort runs: the order of its sessions, their dates, and what is switched off. A date holds in each person's zone.
create table training_cohort (
  course_id bigint not null primary key,
  locked boolean not null default false,
  changed_at datetime(6) not null,
  constraint training_cohort_of_course foreign key (course_id) references course_course (id)
);
create table training_cohort_session (
  course_id bigint not null,
  session_number int not null,
  opens_on date,
  due_on date,
  primary key (course_id, session_number),
  constraint training_cohort_session_of_course foreign key (course_id) references course_course (id)
);
create table training_cohort_off (
  course_id bigint not null,
  activity_id varchar(16) not null,
  primary key (course_id, activity_id),
  constraint training_cohort_off_of_course foreign key (course_id) references course_course (id)
);
