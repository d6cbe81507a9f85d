-- Who launches, into which course, as what. Identifiers that come from a platform are compared byte by byte.
create table course_district (
  id bigint not null auto_increment primary key,
  name varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  zone varchar(64),
  created_at datetime(6) not null,
  constraint course_district_name unique (name)
);

create table course_person (
  id bigint not null auto_increment primary key,
  registration_id bigint not null,
  district_id bigint not null,
  sub varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  name varchar(255),
  given_name varchar(255),
  family_name varchar(255),
  email varchar(320),
  locale varchar(35),
  zone varchar(64),
  valid_from datetime(6) not null,
  administrator boolean not null default false,
  test_user boolean not null default false,
  created_at datetime(6) not null,
  constraint course_person_sub unique (registration_id, district_id, sub),
  constraint course_person_registration foreign key (registration_id) references lti_registration (id),
  constraint course_person_district foreign key (district_id) references course_district (id)
);
create index course_person_by_district on course_person (district_id);

create table course_course (
  id bigint not null auto_increment primary key,
  registration_id bigint not null,
  district_id bigint not null,
  deployment_id bigint not null,
  context_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  title varchar(255),
  label varchar(255),
  purpose varchar(16),
  line_items_url varchar(2000),
  ags_scopes varchar(1000) not null,
  memberships_url varchar(2000),
  created_at datetime(6) not null,
  constraint course_course_context unique (registration_id, district_id, context_id),
  constraint course_course_registration foreign key (registration_id) references lti_registration (id),
  constraint course_course_deployment foreign key (deployment_id) references lti_deployment (id),
  constraint course_course_district foreign key (district_id) references course_district (id)
);
create index course_course_by_district on course_course (district_id);
create index course_course_by_deployment on course_course (deployment_id);

create table course_member (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  person_id bigint not null,
  lms_roles varchar(4000) not null,
  role varchar(16) not null,
  role_reason varchar(32) not null,
  explicit_role varchar(16),
  active boolean not null default true,
  last_seen datetime(6) not null,
  created_at datetime(6) not null,
  constraint course_member_person unique (course_id, person_id),
  constraint course_member_of_course foreign key (course_id) references course_course (id),
  constraint course_member_is_person foreign key (person_id) references course_person (id)
);
create index course_member_by_person on course_member (person_id);

-- Links that stand for an activity, or that have a gradebook column.
create table course_placement (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  resource_link_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  activity_key varchar(64),
  line_item_url varchar(2000),
  constraint course_placement_link unique (course_id, resource_link_id),
  constraint course_placement_course foreign key (course_id) references course_course (id)
);
create index course_placement_activity on course_placement (course_id, activity_key);

-- One-time passages into a new tab; only the token's hash is kept.
create table course_hand_over (
  token_hash varchar(64) character set ascii collate ascii_bin not null primary key,
  place varchar(24) not null,
  person_id bigint not null,
  member_id bigint,
  path varchar(1000) not null,
  launch_id varchar(32) not null,
  frame_origins varchar(1000) not null,
  expires_at datetime(6) not null,
  used_at datetime(6),
  constraint course_hand_over_person foreign key (person_id) references course_person (id),
  constraint course_hand_over_member foreign key (member_id) references course_member (id)
);
create index course_hand_over_by_person on course_hand_over (person_id);
create index course_hand_over_by_member on course_hand_over (member_id);
create index course_hand_over_expiry on course_hand_over (expires_at);
