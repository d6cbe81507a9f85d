-- Where somebody wanted to go by a mail's link, for their next launch.
create table course_go (
  person_id bigint not null,
  course_id bigint not null,
  path varchar(600) not null,
  until_at datetime(6) not null,
  primary key (person_id, course_id),
  constraint course_go_of_person foreign key (person_id) references course_person (id) on delete cascade,
  constraint course_go_of_course foreign key (course_id) references course_course (id) on delete cascade
);
create index course_go_by_course on course_go (course_id);
