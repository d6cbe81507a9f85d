-- A digest of many messages is longer than 64 KB.
alter table notifications_mail modify column body_text mediumtext;
alter table notifications_mail modify column body_html mediumtext;
