-- A questionnaire as it is asked in a course: one for each instrument and wave, however many open it at once.
create table survey_administration (
  id bigint not null auto_increment primary key,
  course_id bigint not null,
  instrument varchar(64) not null,
  wave varchar(8) not null,
  anonymous boolean not null,
  by_trainer boolean not null,
  opens_at datetime(6) not null,
  closes_at datetime(6),
  constraint survey_administration_wave unique (course_id, instrument, wave),
  constraint survey_administration_of_course foreign key (course_id) references course_course (id)
);

-- One person's answers. Of an anonymous one nothing stays here but the day on which it was handed in.
create table survey_response (
  id bigint not null auto_increment primary key,
  administration_id bigint not null,
  member_id bigint not null,
  draft mediumtext,
  answer mediumtext,
  instrument_version int,
  shared_with_coach boolean not null default false,
  writer varchar(16),
  version int not null default 0,
  started_at datetime(6) not null,
  changed_at datetime(6) not null,
  handed_in_at datetime(6),
  constraint survey_response_member unique (administration_id, member_id),
  constraint survey_response_of_administration foreign key (administration_id) references survey_administration (id),
  constraint survey_response_of_member foreign key (member_id) references course_member (id)
);
create index survey_response_by_member on survey_response (member_id);

-- Anonymous answers. The id is drawn by chance and is the order of the rows; there is no time and no person.
create table survey_anonymous_answer (
  id bigint not null primary key,
  administration_id bigint not null,
  instrument_version int not null,
  answer mediumtext not null,
  constraint survey_anonymous_answer_of_administration foreign key (administration_id)
    references survey_administration (id)
);
create index survey_anonymous_answer_by_administration on survey_anonymous_answer (administration_id);

-- The group figures as they were last shown. They change in steps of five answers, so that no two views tell one person.
create table survey_figures (
  administration_id bigint not null primary key,
  figures mediumtext not null,
  constraint survey_figures_of_administration foreign key (administration_id) references survey_administration (id)
);
