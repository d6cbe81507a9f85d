-- What a member has done in an activity. Draft and answer are the form's own fields as JSON.
create table training_activity_state (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  activity_id varchar(16) not null,
  content_version int not null,
  draft mediumtext,
  answer mediumtext,
  shared boolean not null default false,
  writer varchar(16),
  version int not null default 0,
  started_at datetime(6) not null,
  changed_at datetime(6) not null,
  completed_at datetime(6),
  constraint training_activity_state_member unique (member_id, activity_id)
);
create index training_activity_state_course on training_activity_state (course_id, activity_id, shared);

-- One row for each session and member: locked while points are counted, so that two tabs cannot lose any.
create table training_session_state (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  session_number int not null,
  points int not null default 0,
  changed_at datetime(6) not null,
  constraint training_session_state_member unique (member_id, session_number)
);
create index training_session_state_course on training_session_state (course_id);

-- Finished versions of a reflection, and tries of a self-check; the last one is the one that counts.
create table training_handed_in (
  id bigint not null auto_increment primary key,
  state_id bigint not null,
  content_version int not null,
  answer mediumtext not null,
  right_answers int not null,
  handed_in_at datetime(6) not null,
  constraint training_handed_in_state foreign key (state_id) references training_activity_state (id)
);
create index training_handed_in_order on training_handed_in (state_id, id);
