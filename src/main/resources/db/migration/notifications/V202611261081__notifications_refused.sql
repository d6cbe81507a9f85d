-- Who has to be told of a refused address.
create index notifications_person_refused on notifications_person (refused_seen, refused_address);
