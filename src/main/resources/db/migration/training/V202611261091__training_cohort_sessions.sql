-- Whole sessions that a cohort leaves out, and the order in which it works.
alter table training_cohort_session add column left_out boolean not null default false;
alter table training_cohort_session add column path_place int;
