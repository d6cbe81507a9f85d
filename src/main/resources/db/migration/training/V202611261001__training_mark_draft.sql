-- What a trainer has typed about a handed-in version and not said yet. Nobody else sees it; emptied when it is said.
create table training_mark_draft (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  handed_in_id bigint not null,
  verdict varchar(8),
  comment mediumtext,
  version int not null default 0,
  changed_at datetime(6) not null,
  constraint training_mark_draft_trainer unique (member_id, handed_in_id),
  constraint training_mark_draft_of_trainer foreign key (member_id) references course_member (id),
  constraint training_mark_draft_of_version foreign key (handed_in_id) references training_handed_in (id),
  constraint training_mark_draft_of_course foreign key (course_id) references course_course (id)
);
create index training_mark_draft_version on training_mark_draft (handed_in_id);
create index training_mark_draft_course on training_mark_draft (course_id);
