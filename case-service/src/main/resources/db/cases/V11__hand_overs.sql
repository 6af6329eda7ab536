-- Who leads from when, and whether the employee has read what the new leader is told.
create table contact_v1.hand_overs (
    case_id      uuid    not null,
    hand_over_id uuid    not null,
    led_by       uuid    not null,
    leads_from   date    not null,
    opens_on     date    not null,
    read_on      date,
    told_at      integer not null,
    primary key (case_id, hand_over_id)
);
grant select, insert, update, delete on contact_v1.hand_overs to ${app};
