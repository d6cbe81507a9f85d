-- How logins and launches ended, the last 500 of each registration (0: of strangers). No person is in it. Without a
-- foreign key: it is written after the answer, when what it tells of may be gone.
create table lti_launch_log (
  id bigint not null auto_increment primary key,
  happened_at datetime(6) not null,
  result varchar(32) not null,
  reference varchar(16),
  rules varchar(255),
  registration_id bigint not null,
  deployment_id bigint,
  deployment_name varchar(255) character set utf8mb4 collate utf8mb4_0900_bin,
  message_type varchar(64),
  expected varchar(255),
  received varchar(255),
  clock_seconds bigint,
  remark varchar(32),
  cookie_came boolean,
  storage varchar(16)
);
create index lti_launch_log_registration on lti_launch_log (registration_id, id);
create index lti_launch_log_reference on lti_launch_log (reference);
