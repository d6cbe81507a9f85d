-- Live meetings of a session. A canceled one stays, so that calendars learn of it.
create table training_meeting (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  session_number int not null,
  starts_at datetime(6) not null,
  ends_at datetime(6) not null,
  zone varchar(64) not null,
  place varchar(200),
  link varchar(1000),
  code varchar(8) not null,
  sequence int not null default 0,
  canceled boolean not null default false,
  changed_at datetime(6) not null,
  constraint training_meeting_of_course foreign key (course_id) references course_course (id)
);
create index training_meeting_order on training_meeting (course_id, starts_at, id);
create table training_attendance (
  meeting_id bigint not null,
  member_id bigint not null,
  by_code boolean not null,
  noted_by bigint not null,
  noted_at datetime(6) not null,
  primary key (meeting_id, member_id),
  constraint training_attendance_of_meeting foreign key (meeting_id) references training_meeting (id),
  constraint training_attendance_of_member foreign key (member_id) references course_member (id),
  constraint training_attendance_noter foreign key (noted_by) references course_member (id)
);
-- Secret addresses of calendars; only the hash is kept.
create table training_calendar_feed (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  token_hash char(64) not null,
  made_at datetime(6) not null,
  constraint training_calendar_feed_token unique (token_hash),
  constraint training_calendar_feed_one unique (member_id),
  constraint training_calendar_feed_of_course foreign key (course_id) references course_course (id),
  constraint training_calendar_feed_of_member foreign key (member_id) references course_member (id)
);
