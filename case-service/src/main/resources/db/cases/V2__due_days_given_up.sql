-- The days of a case that is withdrawn or absorbed are nobody's to judge, until it comes back.
alter table due_days_v1.due_days add column given_up boolean not null default false;
