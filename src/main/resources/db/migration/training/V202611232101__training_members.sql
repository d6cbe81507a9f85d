alter table training_activity_state
  add constraint training_activity_state_of_member foreign key (member_id) references course_member (id);
alter table training_activity_state
  add constraint training_activity_state_of_course foreign key (course_id) references course_course (id);
alter table training_session_state
  add constraint training_session_state_of_member foreign key (member_id) references course_member (id);
alter table training_session_state
  add constraint training_session_state_of_course foreign key (course_id) references course_course (id);
