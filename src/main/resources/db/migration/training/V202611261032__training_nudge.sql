-- A trainer's message to a coach, shown until the coach puts it away.
create table training_nudge (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  sender_id bigint not null,
  message varchar(1000) not null,
  sent_at datetime(6) not null,
  dismissed_at datetime(6),
  constraint training_nudge_of_course foreign key (course_id) references course_course (id),
  constraint training_nudge_of_member foreign key (member_id) references course_member (id),
  constraint training_nudge_of_sender foreign key (sender_id) references course_member (id)
);
create index training_nudge_open on training_nudge (member_id, dismissed_at, id);
