-- By when the law wants a plan, and whether the case is over; nothing of either had been recorded before.
alter table case_plans_v1.cases
    add column due_on   date,
    add column standing text,
    add column ended    boolean not null default false;
