-- What each of HR's messages said, by its hash: an id that comes again with another content is refused. The hash of a
-- message with a name in it is sealed under the person's key.
create table hr_message_contents (
    message_id uuid        not null primary key,
    content    bytea,
    sealed     text,
    told_at    timestamptz not null,
    constraint in_one_form check ((content is null) <> (sealed is null))
);

grant select, insert on hr_message_contents to ${app};
