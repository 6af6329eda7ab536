-- When a decision that a duty is unnecessary is looked at again, and why a day was missed; never why it is unnecessary.
alter table overview_v1.deadlines add column review_on date;
alter table overview_v1.deadlines add column explained_as text;
