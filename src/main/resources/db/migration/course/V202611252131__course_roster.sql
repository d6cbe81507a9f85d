-- Members whom only the LMS's list names have never been seen.
alter table course_member modify column last_seen datetime(6);

-- What the list says beside what launches say; null: not on the list.
alter table course_member add column roster_roles varchar(4000);
-- whether the list and the last launch disagree on what the person is in the LMS
alter table course_member add column roster_differs boolean not null default false;
alter table course_member add column came_by varchar(8) not null default 'LAUNCH';
alter table course_member add column left_at datetime(6);
-- what the rules said beneath a role that a trainer gave, and who gave it
alter table course_member add column told_role varchar(16);
alter table course_member add column told_reason varchar(32);
alter table course_member add column explicit_by bigint;
alter table course_member add column explicit_at datetime(6);

-- How far the reading of a course's list is. A row with due_at waits in its queue.
create table course_roster (
  course_id bigint not null primary key,
  queue varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  due_at datetime(6),
  attempts int not null default 0,
  -- each read has a number; only the latest may say who has left
  read_number bigint not null default 0,
  started_at datetime(6),
  read_so_far int not null default 0,
  reading boolean not null default false,
  ended_at datetime(6),
  outcome varchar(16),
  -- the last read that came to its end
  complete_at datetime(6),
  full_at datetime(6),
  people int not null default 0,
  differences_url varchar(2000),
  constraint course_roster_course foreign key (course_id) references course_course (id)
);
create index course_roster_due on course_roster (due_at, queue);
create index course_roster_queue on course_roster (queue, due_at);

-- Roles that trainers gave, so that they can take them back.
create table course_role_change (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  person_id bigint not null,
  role varchar(16),
  made_at datetime(6) not null,
  undone_at datetime(6),
  constraint course_role_change_course foreign key (course_id) references course_course (id),
  constraint course_role_change_person foreign key (person_id) references course_person (id)
);
create index course_role_change_of_course on course_role_change (course_id, id);
create index course_role_change_by_person on course_role_change (person_id);

create table course_role_changed (
  change_id bigint not null,
  member_id bigint not null,
  before_role varchar(16),
  primary key (change_id, member_id),
  constraint course_role_changed_change foreign key (change_id) references course_role_change (id),
  constraint course_role_changed_member foreign key (member_id) references course_member (id)
);
create index course_role_changed_member_of on course_role_changed (member_id);

-- Of db-scheduler: one task for each queue of platforms whose lists are to be read.
create table course_roster_task (
  task_name varchar(100) not null,
  task_instance varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  task_data blob,
  execution_time datetime(6) not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success datetime(6),
  last_failure datetime(6),
  consecutive_failures int,
  last_heartbeat datetime(6),
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index course_roster_task_execution_time on course_roster_task (execution_time);
create index course_roster_task_last_heartbeat on course_roster_task (last_heartbeat);
create index course_roster_task_priority on course_roster_task (priority, execution_time);
