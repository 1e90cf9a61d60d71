-- Alerts that come with the product are called in the language of who reads, until somebody names them.
alter table alert_rule drop constraint alert_rule_name_check;
alter table alert_rule add constraint alert_rule_name_check
  check (length(name) <= 60 and (preset is not null or name <> ''));
