-- The certificate of a member; one a member. What it says was true on the day and does not follow later changes.
create table training_certificate (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  member_id bigint not null,
  subject char(36) not null,
  district varchar(255) not null,
  session_hours int not null,
  task_hours int not null,
  portfolio boolean not null,
  begun_on date not null,
  completed_on date not null,
  issues int not null,
  revoked_at datetime(6),
  revoked_by bigint,
  revoke_reason varchar(500),
  constraint training_certificate_member unique (member_id),
  constraint training_certificate_of_member foreign key (member_id) references course_member (id),
  constraint training_certificate_of_course foreign key (course_id) references course_course (id)
);
create index training_certificate_course on training_certificate (course_id, completed_on);

-- Each time the same certificate was made out, under one name. The last one holds; the others point to it.
create table training_certificate_issue (
  id bigint not null auto_increment primary key,
  certificate_id bigint not null,
  nth int not null,
  number char(20) not null,
  name varchar(255) not null,
  issued_at datetime(6) not null,
  constraint training_certificate_issue_nth unique (certificate_id, nth),
  constraint training_certificate_issue_number unique (number),
  constraint training_certificate_issue_of foreign key (certificate_id) references training_certificate (id)
);

-- How many hours a district prints, where it is not the usual number.
create table training_certificate_hours (
  district_id bigint not null primary key,
  session_hours int not null,
  task_hours int not null,
  changed_at datetime(6) not null,
  constraint training_certificate_hours_of foreign key (district_id) references course_district (id)
);
