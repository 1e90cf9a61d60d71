-- How often it had been changed when somebody reported it: what he saw can be read again.
alter table content_report add column version integer not null default 1;
create index content_report_decided on content_report (decided_at desc, post_id, comment_id) where state <> 'open';
