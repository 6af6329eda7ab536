-- What the messages about absences said is remembered beside what the others did, in every service alike.
insert into hr_message_contents (message_id, content, told_at)
select message_id, content, told_at from message_contents
on conflict (message_id) do nothing;

drop table message_contents;
