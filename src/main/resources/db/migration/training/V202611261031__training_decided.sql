-- What completes an activity beside the work itself: being there when it was held live, or a trainer's decision.
alter table training_activity_state add column attended_at datetime(6);
alter table training_activity_state add column decided_complete boolean;
alter table training_activity_state add column decided_reason varchar(500);
alter table training_activity_state add column decided_by bigint;
alter table training_activity_state add column decided_at datetime(6);
alter table training_activity_state
  add constraint training_activity_state_decider foreign key (decided_by) references course_member (id);
-- Holds all that a cohort's grid reads, so that no text is touched for it.
create index training_activity_state_grid on training_activity_state
  (course_id, member_id, activity_id, version, completed_at, attended_at, decided_complete, changed_at);
