-- Conversations entered afterwards, and what each was for; occasion and purposes are kept under the employee's key.
call in_each_version('case_meetings', '
    alter table view.meetings
        add column entered  boolean not null default false,
        add column occasion text,
        add column purposes text;
');
