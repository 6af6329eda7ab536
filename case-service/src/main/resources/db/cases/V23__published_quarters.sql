-- That the figures of a quarter were told is an event now; this is what the events come to. The table publications
-- stays: what was told before becomes an event when it is asked for.
call in_each_version('published', $$
create table view.quarters (
    organisation char(9) not null,
    quarter      text    not null,
    figures      text    not null,
    primary key (organisation, quarter)
);
$$);
