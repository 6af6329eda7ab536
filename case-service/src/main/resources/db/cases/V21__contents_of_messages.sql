-- What each of HR's messages said, by its hash: an id that comes again with another content is refused.
create table message_contents (
    message_id uuid        not null primary key,
    content    bytea       not null,
    told_at    timestamptz not null
);

grant select, insert on message_contents to ${app};
