-- Whose news a message that waits or was refused is, where that could be read, and where it stands in its producer's log.
alter table parked_messages add column organisation text;
alter table parked_messages add column position bigint;
alter table parked_messages add column previous bigint;
alter table refused_messages add column organisation text;

-- What has been decided about messages that wait, as the log tells it.
create table message_decisions (
    position       bigint      not null primary key,
    message        uuid        not null,
    organisation   text        not null,
    topic          text        not null,
    partition      integer     not null,
    message_offset bigint      not null,
    waited_for     text        not null,
    decision       text        not null,
    reason         text,
    actor          uuid,
    role           text        not null,
    decided_at     timestamptz not null
);

create index decisions_by_message on message_decisions (message);

grant select, insert, update, delete on message_decisions to ${app};
