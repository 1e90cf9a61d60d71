-- Who tells the end of a poll keeps his own mark (`told_at`).
alter table poll drop column end_told_at;
