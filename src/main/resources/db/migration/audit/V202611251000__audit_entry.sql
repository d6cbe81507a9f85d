-- What was done, by whom, when. Nothing in the tool changes or removes a row.
create table audit_entry (
  id bigint not null auto_increment primary key,
  happened_at datetime(6) not null,
  district_id bigint,
  course_id bigint,
  actor varchar(64) not null,
  act varchar(64) not null,
  subject varchar(255),
  details varchar(2000)
);
create index audit_entry_district on audit_entry (district_id, id);
create index audit_entry_time on audit_entry (happened_at);
