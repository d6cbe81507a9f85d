-- Every try to send points, and what became of it. Rows are only added; old ones are purged.
create table gradebook_try (
  id bigint not null auto_increment primary key,
  member_id bigint not null,
  activity_key varchar(100) character set utf8mb4 collate utf8mb4_0900_bin not null,
  course_id bigint not null,
  tried_at datetime(6) not null,
  points int not null,
  maximum int not null,
  outcome varchar(16) not null,
  -- of the LMS's answer: 2xx, 4xx, 5xx, or null when there was none
  status_class varchar(3),
  reason varchar(100)
);
create index gradebook_try_member on gradebook_try (member_id, activity_key, id);
create index gradebook_try_time on gradebook_try (tried_at);
