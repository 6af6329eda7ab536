-- When each entry came here; of those that came before this was kept, only the day they hold from is known.
alter table directory_entries add column learned_at timestamptz;
