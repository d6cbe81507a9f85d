-- What LMSs tell of copied courses: this context came out of that one. Either may not have been opened here yet.
create table course_copy_hint (
  id bigint not null auto_increment primary key,
  registration_id bigint not null,
  district_id bigint not null,
  context_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  origin_context_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  told_by varchar(16) not null,
  created_at datetime(6) not null,
  constraint course_copy_hint_once unique (registration_id, district_id, context_id, origin_context_id),
  constraint course_copy_hint_registration foreign key (registration_id) references lti_registration (id),
  constraint course_copy_hint_district foreign key (district_id) references course_district (id)
);
create index course_copy_hint_by_district on course_copy_hint (district_id);

-- What a trainer answered when asked whether to take over the settings; one answer for each course, and what was before.
create table course_copy (
  course_id bigint not null primary key,
  origin_id bigint,
  former_purpose varchar(16),
  former_rules text,
  rules_taken boolean not null,
  decided_at datetime(6) not null,
  constraint course_copy_course foreign key (course_id) references course_course (id),
  constraint course_copy_origin foreign key (origin_id) references course_course (id)
);
create index course_copy_by_origin on course_copy (origin_id);
