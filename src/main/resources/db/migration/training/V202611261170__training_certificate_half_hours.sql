-- Half an hour counts where a cohort leaves out activities.
alter table training_certificate modify column session_hours decimal(5, 1) not null;
