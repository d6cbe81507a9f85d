-- The health page asks when a score was last confirmed.
create index gradebook_score_confirmed on gradebook_score (confirmed_at);
