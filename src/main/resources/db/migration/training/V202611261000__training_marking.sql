-- Worksheets: how many versions were handed in, when the last one, and what a trainer said of it. "marking" is 1 while a
-- worksheet that trainers see waits for one, 2 when it has been marked, and null for all other work.
alter table training_activity_state add column handed_in_at datetime(6);
alter table training_activity_state add column versions int not null default 0;
alter table training_activity_state add column verdict varchar(8);
alter table training_activity_state add column marking int;
create index training_activity_state_marking on training_activity_state (course_id, marking, handed_in_at, id);

-- What a trainer said of one handed-in version; the last word counts.
create table training_given_mark (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  state_id bigint not null,
  handed_in_id bigint not null,
  verdict varchar(8) not null,
  comment mediumtext,
  given_by bigint not null,
  given_at datetime(6) not null,
  constraint training_given_mark_version unique (handed_in_id),
  constraint training_given_mark_of_version foreign key (handed_in_id) references training_handed_in (id),
  constraint training_given_mark_of_state foreign key (state_id) references training_activity_state (id),
  constraint training_given_mark_of_course foreign key (course_id) references course_course (id),
  constraint training_given_mark_of_trainer foreign key (given_by) references course_member (id)
);
create index training_given_mark_state on training_given_mark (state_id);
create index training_given_mark_course on training_given_mark (course_id);
create index training_given_mark_trainer on training_given_mark (given_by);
