-- An administrator's own role rules, one row for each LMS connection or course that has some. The rules of before the
-- last change are kept, so that it can be taken back.
create table course_role_rules (
  id bigint not null auto_increment primary key,
  place varchar(32) character set ascii collate ascii_bin not null,
  district_id bigint not null,
  deployment_id bigint not null,
  course_id bigint,
  rules text not null,
  former text,
  version int not null,
  changed_at datetime(6) not null,
  constraint course_role_rules_place unique (place),
  constraint course_role_rules_district foreign key (district_id) references course_district (id),
  constraint course_role_rules_deployment foreign key (deployment_id) references lti_deployment (id),
  constraint course_role_rules_course foreign key (course_id) references course_course (id)
);
create index course_role_rules_by_district on course_role_rules (district_id);
create index course_role_rules_by_deployment on course_role_rules (deployment_id);
create index course_role_rules_by_course on course_role_rules (course_id);
create index course_role_rules_changed on course_role_rules (changed_at);

-- What the role rules read of the last launch besides its roles.
alter table course_member add column lms_custom varchar(4000);
