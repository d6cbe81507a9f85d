-- Whoever reminds looks for the cohorts with something due in these days.
create index training_cohort_session_due on training_cohort_session (due_on, course_id);
