-- Links of the operator that were used; each opens the tool once, on whichever node.
create table course_operator_link (
  id varchar(64) character set ascii collate ascii_bin not null primary key,
  used_at datetime(6) not null
);
create index course_operator_link_used on course_operator_link (used_at);
