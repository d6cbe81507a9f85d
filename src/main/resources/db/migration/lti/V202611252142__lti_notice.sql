-- Platforms that tell us of changes by themselves (Platform Notification Service 1.0): where we ask for it, for what we
-- have asked, and when the platform last proved that its notices arrive.
create table lti_notice_service (
  deployment_id bigint not null primary key,
  service_url varchar(2000) not null,
  notice_types varchar(1000) not null,
  state varchar(16) not null,
  attempts int not null,
  due_at datetime(6),
  registered_at datetime(6),
  hello_at datetime(6),
  constraint lti_notice_service_deployment foreign key (deployment_id) references lti_deployment (id)
);
create index lti_notice_service_due on lti_notice_service (state, due_at);

-- Notices that arrived, each once.
create table lti_notice (
  id bigint not null auto_increment primary key,
  deployment_id bigint not null,
  notice_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  notice_type varchar(64) not null,
  context_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin,
  origin_contexts text,
  received_at datetime(6) not null,
  state varchar(16) not null,
  attempts int not null,
  due_at datetime(6),
  constraint lti_notice_once unique (deployment_id, notice_id),
  constraint lti_notice_deployment foreign key (deployment_id) references lti_deployment (id)
);
create index lti_notice_due on lti_notice (state, due_at);
create index lti_notice_age on lti_notice (received_at);
