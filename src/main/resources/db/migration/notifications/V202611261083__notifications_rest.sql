-- Until when a message surely waits: its person has had the digest of the day, or sleeps.
alter table notifications_item add column look_at datetime(6);
