-- Of how many questions a try of a self-check was: a newer text may ask fewer or more. Null for tries from before.
alter table training_handed_in add column questions int;
