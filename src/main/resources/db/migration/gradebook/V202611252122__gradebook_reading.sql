-- What the LMS gradebook was seen to show of a column, and when it is to be read again.
create table gradebook_reading (
  course_id bigint not null,
  activity_key varchar(100) character set utf8mb4 collate utf8mb4_0900_bin not null,
  queue varchar(255) character set utf8mb4 collate utf8mb4_0900_bin,
  due_at datetime(6),
  attempts int not null default 0,
  read_at datetime(6),
  -- why the last reading failed, or null
  reason varchar(100),
  primary key (course_id, activity_key)
);
create index gradebook_reading_queue on gradebook_reading (queue, due_at);
create index gradebook_reading_due on gradebook_reading (due_at);

alter table gradebook_score add column district_id bigint;
-- What a grader wrote, shown in the LMS, and who graded by hand; computed points have neither.
alter table gradebook_score add column comment varchar(2000) character set utf8mb4 collate utf8mb4_0900_bin;
alter table gradebook_score add column grader_id bigint;
alter table gradebook_score add column sent_points int;
alter table gradebook_score add column sent_maximum int;
alter table gradebook_score add column sent_completed boolean not null default false;
-- What the LMS shows instead of what was sent: OPEN (a trainer decides), KEEPS (sent once more in vain), LEFT (may stay).
alter table gradebook_score add column difference varchar(8);
alter table gradebook_score add column lms_points double;
alter table gradebook_score add column insisted boolean not null default false;

update gradebook_score set sent_points = points, sent_maximum = maximum, sent_completed = completed
  where sent_version > 0 and sent_version = version;
update gradebook_score set district_id =
  (select c.district_id from course_course c where c.id = gradebook_score.course_id);

create index gradebook_score_district_state on gradebook_score (district_id, state, course_id);
create index gradebook_score_district_course on gradebook_score (district_id, course_id, state);
create index gradebook_score_district_difference on gradebook_score (district_id, difference, course_id);

-- The name and the maximum that we gave to a column of ours, so that a later change of the activity's is carried over.
alter table gradebook_line_item add column told_label varchar(255);
alter table gradebook_line_item add column told_maximum int;
