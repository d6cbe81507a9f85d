-- Keys that sign badges. None is ever removed: what one has signed can be checked as long as this installation runs.
create table training_badge_key (
  thumbprint varchar(64) not null primary key,
  generation int not null,
  sealed_private text not null,
  public_jwk text not null,
  created_at datetime(6) not null,
  constraint training_badge_key_generation unique (generation)
);
