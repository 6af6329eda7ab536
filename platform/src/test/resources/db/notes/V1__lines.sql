call in_each_version('lines', '
    create table view.notes (
        note_id uuid    not null primary key,
        lines   integer not null
    );
');
