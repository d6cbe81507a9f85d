-- A district's own words in the training. Every publishing is a row; the highest version of a text is the one that holds.
create table training_text (
  id bigint not null auto_increment primary key,
  district_id bigint not null,
  text_key varchar(64) not null,
  version int not null,
  body mediumtext, -- none: from this version on the built-in text holds again
  answers int not null, -- how often what people answer has changed so far
  published_at datetime(6) not null,
  published_by bigint not null,
  constraint training_text_version unique (district_id, text_key, version),
  constraint training_text_of_district foreign key (district_id) references course_district (id)
);
create index training_text_newest on training_text (district_id, id);

create table training_text_draft (
  district_id bigint not null,
  text_key varchar(64) not null,
  body mediumtext not null,
  revision int not null,
  changed_at datetime(6) not null,
  changed_by bigint not null,
  primary key (district_id, text_key),
  constraint training_text_draft_of_district foreign key (district_id) references course_district (id)
);
