-- The column of one activity in the LMS gradebook of one course.
create table gradebook_line_item (
  course_id bigint not null,
  activity_key varchar(100) character set utf8mb4 collate utf8mb4_0900_bin not null,
  wanted boolean not null default false,
  url varchar(2000),
  resource_link_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin,
  made_by_us boolean not null default false,
  -- one of ours that a placed link's own column has replaced; a trainer is asked whether it may go
  replaced_url varchar(2000),
  -- one that the platform no longer knows
  gone_url varchar(2000),
  making_until datetime(6),
  changed_at datetime(6) not null,
  primary key (course_id, activity_key)
);

-- Points of one person in one activity, and how far they are on their way to the LMS: the durable queue.
-- One key and no other unique index, so that two upserts never wait for each other crosswise.
create table gradebook_score (
  member_id bigint not null,
  activity_key varchar(100) character set utf8mb4 collate utf8mb4_0900_bin not null,
  course_id bigint not null,
  points int not null,
  maximum int not null,
  completed boolean not null,
  started_at datetime(6) not null,
  recorded_at datetime(6) not null,
  version bigint not null,
  state varchar(16) not null,
  state_at datetime(6) not null,
  reason varchar(100),
  attempts int not null,
  queue varchar(255) character set utf8mb4 collate utf8mb4_0900_bin,
  due_at datetime(6),
  -- no timestamp before this one may be sent: the last one and a second
  not_before datetime(6),
  -- the send that is not confirmed yet; a repeat has the same content and time
  sending_version bigint,
  sending_points int,
  sending_maximum int,
  sending_completed boolean,
  sending_recorded_at datetime(6),
  sending_at datetime(6),
  sending_url varchar(2000),
  sent_version bigint not null,
  sent_url varchar(2000),
  confirmed_at datetime(6),
  primary key (member_id, activity_key)
);
create index gradebook_score_course on gradebook_score (course_id, activity_key, state);
create index gradebook_score_queue on gradebook_score (queue, state, due_at);
create index gradebook_score_due on gradebook_score (state, due_at);

-- A queue is paused when its platform asks for it or does not answer.
create table gradebook_queue (
  name varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null primary key,
  paused_until datetime(6) not null,
  pauses int not null
);

-- Of db-scheduler.
create table scheduled_tasks (
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
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority, execution_time);
