-- Whose birthday it is: the day of the year of fields that hold a calendar day.
create index member_field_value_day on member_field_value (field_id, right(value #>> '{}', 5), member_id)
  where value #>> '{}' like '____-__-__';
