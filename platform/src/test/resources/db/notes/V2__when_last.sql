call in_each_version('lines', 'alter table view.notes add column last_at timestamptz not null');
