-- What each person wants to get, and where. Without a row: what the LMS told, once a day.
create table notifications_person (
  person_id bigint not null primary key,
  source varchar(8) not null,
  own_address varchar(254),
  pending_address varchar(254),
  pending_at datetime(6),
  switched_off boolean not null default false,
  reminders boolean not null default true,
  messages boolean not null default true,
  at_once boolean not null default false,
  refused_address varchar(254),
  refused_seen boolean not null default false,
  changed_at datetime(6) not null,
  constraint notifications_person_is foreign key (person_id) references course_person (id) on delete cascade
);
-- Cohorts whose trainer has paused reminders.
create table notifications_course (
  course_id bigint not null primary key,
  paused_at datetime(6),
  changed_at datetime(6) not null,
  constraint notifications_course_is foreign key (course_id) references course_course (id) on delete cascade
);
-- Mails on their way, and those that went. A row is one mail: its Message-ID never changes, however often it is tried.
create table notifications_mail (
  id bigint not null auto_increment primary key,
  person_id bigint not null,
  kind varchar(16) not null,
  once_key varchar(64) not null,
  message_id varchar(120) not null,
  address varchar(254) not null,
  subject varchar(255) not null,
  body_text text,
  body_html text,
  state varchar(16) not null,
  reason varchar(32),
  due_at datetime(6) not null,
  claim varchar(36),
  tries int not null default 0,
  created_at datetime(6) not null,
  sent_at datetime(6),
  constraint notifications_mail_once unique (person_id, kind, once_key),
  constraint notifications_mail_message unique (message_id),
  constraint notifications_mail_to foreign key (person_id) references course_person (id) on delete cascade
);
create index notifications_mail_due on notifications_mail (state, due_at, id);
create index notifications_mail_address on notifications_mail (address, kind, created_at);
-- What trainers wrote, until it has gone out.
create table notifications_item (
  id bigint not null auto_increment primary key,
  person_id bigint not null,
  course_id bigint not null,
  member_id bigint not null,
  sender_id bigint not null,
  message varchar(1000),
  said_at datetime(6) not null,
  mail_id bigint,
  constraint notifications_item_to foreign key (person_id) references course_person (id) on delete cascade,
  constraint notifications_item_in foreign key (course_id) references course_course (id) on delete cascade,
  constraint notifications_item_as foreign key (member_id) references course_member (id) on delete cascade,
  constraint notifications_item_by foreign key (sender_id) references course_member (id) on delete cascade,
  constraint notifications_item_mail foreign key (mail_id) references notifications_mail (id) on delete cascade
);
create index notifications_item_waiting on notifications_item (mail_id, person_id, id);
create index notifications_item_of_course on notifications_item (course_id);
create index notifications_item_of_person on notifications_item (person_id);
create index notifications_item_of_member on notifications_item (member_id);
create index notifications_item_of_sender on notifications_item (sender_id);
-- Which reminders a member has had: each once for a due date.
create table notifications_reminder (
  member_id bigint not null,
  session_number int not null,
  due_on date not null,
  stage varchar(8) not null,
  mail_id bigint not null,
  primary key (member_id, session_number, due_on, stage),
  constraint notifications_reminder_to foreign key (member_id) references course_member (id) on delete cascade,
  constraint notifications_reminder_mail foreign key (mail_id) references notifications_mail (id) on delete cascade
);
create index notifications_reminder_of_mail on notifications_reminder (mail_id);
