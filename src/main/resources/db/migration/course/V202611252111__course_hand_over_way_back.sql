-- Where in the LMS the launch came from: sealed, because it may hold the person's secret there.
alter table course_hand_over add column way_back varchar(4000);
