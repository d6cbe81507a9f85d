-- What somebody is asked to pick for the LMS: answered once, by that member only, while it is fresh (LTI-D11).
create table course_picking (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  deployment_id bigint not null,
  product_family varchar(64),
  return_url varchar(2000) not null,
  echoed_data mediumtext,
  accept_types varchar(1000) not null,
  accept_targets varchar(1000) not null,
  accept_multiple boolean not null,
  accept_line_item boolean not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  answered_at datetime(6),
  constraint course_picking_course foreign key (course_id) references course_course (id),
  constraint course_picking_member foreign key (member_id) references course_member (id),
  constraint course_picking_deployment foreign key (deployment_id) references lti_deployment (id)
);
create index course_picking_by_course on course_picking (course_id);
create index course_picking_by_member on course_picking (member_id);
create index course_picking_by_deployment on course_picking (deployment_id);
create index course_picking_expiry on course_picking (expires_at);
